-- An entry of an index has room for 2,704 bytes and a field of a roster's file has 10,000 letters, so
-- that one contact with a long name, or one long user name, stopped the publications of its district.
-- All other texts that stand in an index are bounded where they come in: ids and e-mail addresses at
-- 255 letters, names of districts and apps at 100.

-- What stands for the identity of a contact: itself, or a digest where it is too long. An identity is a
-- JSON array, so that no digest is like one.
create function short_identity(identity text) returns text language sql stable parallel safe
  return case when octet_length(identity) <= 2000 then identity
              else 'sha256 ' || encode(sha256(convert_to(identity, 'UTF8')), 'hex') end;

-- Long ones that repeat themselves did fit: whoever they are of keeps the id (H8).
update contact set identity = short_identity(identity) where octet_length(identity) > 2000;

drop index shared_person_by_username;
create index shared_person_by_username on shared_object (
  district_id,
  left(lower(coalesce(
    object #>> '{roles,student,credentials,district_username}',
    object #>> '{roles,teacher,credentials,district_username}',
    object #>> '{roles,staff,credentials,district_username}')), 200)) where kind in (4, 5);
