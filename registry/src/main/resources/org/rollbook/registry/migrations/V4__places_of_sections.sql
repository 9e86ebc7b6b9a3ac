-- Lists about terms and administrators that cost what they show. Values inside of objects are no
-- condition that the reader's role may look up ahead of its policy, so that functions look first and
-- apply the policy themselves, as linked_to does.

create index shared_section_by_term
  on shared_object (district_id, (object ->> 'term_id'), id) where kind = 7;
create index shared_section_by_term_and_school
  on shared_object (district_id, (object ->> 'term_id'), (object ->> 'school')) where kind = 7;
create index shared_district_admin
  on shared_object (district_id, id)
  where kind = 4 and object #> '{roles,district_admin}' is not null;

-- One page of a term's sections: a term may have half of a district's.
create function sections_of_term(term bigint, behind bigint, forwards boolean, most bigint)
  returns table (kind smallint, id bigint)
  language sql stable security definer set search_path from current
  begin atomic
    (select o.kind, o.id from shared_object o
     where forwards and o.district_id = reading_district() and o.kind = 7
       and o.object ->> 'term_id' = api_id(term) and o.id > behind
       and exists (
         select from share_member m
         where m.district_id = o.district_id and m.app_id = reading_app()
           and m.kind = o.kind and m.id = o.id)
     order by o.id limit most)
    union all
    (select o.kind, o.id from shared_object o
     where not forwards and o.district_id = reading_district() and o.kind = 7
       and o.object ->> 'term_id' = api_id(term) and o.id < behind
       and exists (
         select from share_member m
         where m.district_id = o.district_id and m.app_id = reading_app()
           and m.kind = o.kind and m.id = o.id)
     order by o.id desc limit most);
  end;
revoke execute on function sections_of_term(bigint, bigint, boolean, bigint) from public;
grant execute on function sections_of_term(bigint, bigint, boolean, bigint) to rollbook_reader;

-- Whether a shared section is held at a school in a term. plpgsql, so that it stays one look for
-- each school or term that is asked about, and is not turned into a join with all sections.
create function is_held(term bigint, school bigint) returns boolean
language plpgsql stable security definer set search_path from current as $$
begin
  return exists (
    select from shared_object o
    where o.district_id = reading_district() and o.kind = 7
      and o.object ->> 'term_id' = api_id(term) and o.object ->> 'school' = api_id(school)
      and exists (
        select from share_member m
        where m.district_id = o.district_id and m.app_id = reading_app()
          and m.kind = o.kind and m.id = o.id));
end
$$;
revoke execute on function is_held(bigint, bigint) from public;
grant execute on function is_held(bigint, bigint) to rollbook_reader;
