-- What apps see. The roster tables are the district's; what stands here is published from them, in
-- the shape of Clever's API, and is all that the role rollbook_reader can reach.

-- A district is itself a record that apps know by an id.
alter table district add column record_id bigint not null default nextval('record_id');
create unique index district_by_record on district (record_id);
-- The newest event whose change is published; null while no app has a share of the district.
alter table district add column published_event bigint;

create table app (
  id integer generated always as identity primary key,
  name text not null unique,
  client_id text collate "C" not null unique,
  -- SHA-256 of a secret of 256 random bits: guessing it is hopeless, slowing the guess needless
  secret_hash bytea not null,
  redirect_uris text[] not null,
  -- people may sign in with it, and it may read nothing else
  login_only boolean not null,
  -- words of core's SharedField; what is in neither is never sent
  required_fields text[] not null,
  optional_fields text[] not null,
  created_at timestamptz not null
);

-- One app's share of one district. Taken back it stays, empty, so that its history and its way back do.
create table share (
  district_id integer not null references district,
  app_id integer not null references app,
  selection text not null check (selection in ('all', 'schools', 'sections', 'rules', 'none')),
  staff boolean not null,
  refused_fields text[] not null,
  -- paths into shared_object.object that this app is not sent, keys joined by full stops
  withheld_paths text[] not null,
  -- the token is made of the node's key and this number, so that it can be shown again and rotated
  token_generation integer not null,
  token_hash bytea unique,
  changed_at timestamptz not null,
  primary key (district_id, app_id)
);

-- What put a record into a share, in words that an administrator reads: 'all', 'school s1',
-- 'section 12', the text of a rule, 'staff', and 'except ' and the text of an exception.
create table share_rule (
  district_id integer not null,
  app_id integer not null,
  number smallint not null,
  kind text not null check (kind in ('all', 'school', 'section', 'rule', 'staff', 'except')),
  text text not null,
  primary key (district_id, app_id, number)
);

-- kind, here and below: 0 district, 1 school, 2 term, 3 course, 4 adult (teacher, staff and district
-- administrator roles, which one person may have together), 5 student, 6 contact, 7 section. A record
-- refers to kinds before its own; ids ascend by creation and never change their kind.

-- Which record of Rollbook's a teacher or staff record appears as: the same for one of each with
-- the same e-mail.
create table adult (
  district_id integer not null,
  record_id bigint not null,
  user_id bigint not null,
  primary key (district_id, record_id)
);
create index adult_by_user on adult (district_id, user_id);

-- A contact is whoever the source's id says, or else name and e-mail, name and telephone, name and
-- what it is to the student; kept, so that one who returns is the same.
create table contact (
  district_id integer not null,
  id bigint not null default nextval('record_id'),
  identity text collate "C" not null,
  primary key (district_id, id),
  unique (district_id, identity)
);

create table contact_of_student (
  district_id integer not null,
  student_id bigint not null,
  contact_id bigint not null,
  name text not null,
  attributes jsonb not null,
  primary key (district_id, student_id, contact_id)
);
create index contact_of_student_by_contact on contact_of_student (district_id, contact_id);

-- Records as Clever's API v3.1 shows them, complete: with every field that any app may see.
-- links are the ids of all records that the object names.
create table shared_object (
  district_id integer not null,
  kind smallint not null,
  id bigint not null,
  object jsonb not null,
  links bigint[] not null,
  primary key (district_id, kind, id)
);
create index shared_object_by_link on shared_object using gin (links);
-- Who signs in says an e-mail or a user name.
create index shared_person_by_email
  on shared_object (district_id, lower(object ->> 'email')) where kind in (4, 5);
create index shared_person_by_username on shared_object (
  district_id,
  lower(coalesce(
    object #>> '{roles,student,credentials,district_username}',
    object #>> '{roles,teacher,credentials,district_username}',
    object #>> '{roles,staff,credentials,district_username}'))) where kind in (4, 5);

-- Who sees what, and the rule that put it there (share_rule.number); people and schools that a
-- section or a person brings have the rule of what brought them.
create table share_member (
  district_id integer not null,
  app_id integer not null,
  kind smallint not null,
  id bigint not null,
  rule smallint not null,
  primary key (district_id, app_id, kind, id)
);

create sequence share_event_id as bigint;

-- Each share's own history, in its own terms: coming into the share is created, leaving it deleted.
create table share_event (
  district_id integer not null,
  app_id integer not null,
  id bigint not null,
  at timestamptz not null,
  kind smallint not null,
  record_id bigint not null,
  operation text not null check (operation in ('created', 'updated', 'deleted')),
  -- 'users', 'sections'…: Clever's word, so that a reader can ask for some
  record_type text not null,
  object jsonb not null,
  previous jsonb,
  -- the schools that it concerns
  school_ids bigint[] not null,
  primary key (district_id, app_id, id)
);
create index share_event_by_time on share_event (district_id, at);

-- How values are written in Clever's API.
create function api_id(id bigint) returns text language sql immutable parallel safe
  return lpad(to_hex(id), 24, '0');
create function api_ids(ids bigint[]) returns jsonb language sql immutable parallel safe
  return (select coalesce(jsonb_agg(api_id(u.id) order by u.place), '[]')
          from unnest(ids) with ordinality u(id, place));
create function api_time(at timestamptz) returns text language sql stable parallel safe
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
create function api_date(day date) returns text language sql immutable parallel safe
  return to_char(day, 'YYYY-MM-DD"T00:00:00.000Z"');
-- A district's own columns, null when a record has none.
create function api_ext(attributes jsonb) returns jsonb language sql immutable parallel safe
  return (select jsonb_object_agg(substr(e.key, 5), e.value)
          from jsonb_each(attributes) e where starts_with(e.key, 'ext.'));
-- An object of what is there, null when nothing is: an address without city is one without "city".
create function api_part(part jsonb) returns jsonb language sql immutable parallel safe
  return nullif(jsonb_strip_nulls(part), '{}');

-- Puts the times in that say when a record came and when it last changed; terms, courses and the
-- district have none.
create function stamped(kind smallint, object jsonb, created jsonb, modified jsonb) returns jsonb
language plpgsql immutable parallel safe as $$
declare
  times jsonb := jsonb_build_object('created', created, 'last_modified', modified);
  role text;
begin
  if kind in (0, 2, 3) then
    return object;
  end if;
  foreach role in array array['teacher', 'student'] loop
    if object #> array['roles', role] is not null then
      object := jsonb_set(object, array['roles', role], object #> array['roles', role] || times);
    end if;
  end loop;
  return object || times;
end
$$;
-- An object without the times that move when nothing that an app is shown does.
create function unmoved(object jsonb) returns jsonb language sql immutable parallel safe
  return (object - '{last_modified,last_sync}'::text[])
    #- '{roles,teacher,last_modified}' #- '{roles,student,last_modified}';
-- An object as it was rendered.
create function unstamped(object jsonb) returns jsonb language sql immutable parallel safe
  return (unmoved(object) - 'created')
    #- '{roles,teacher,created}' #- '{roles,student,created}';

-- An object without what an app is not sent. Only students have fields that can be withheld.
create function as_shared(kind smallint, object jsonb, withheld text[]) returns jsonb
language plpgsql immutable parallel safe as $$
declare
  path text;
begin
  if kind = 5 then
    foreach path in array withheld loop
      object := object #- string_to_array(path, '.');
    end loop;
  end if;
  return object;
end
$$;

-- The former values of what differs, nested as the objects are; null for what was not there.
create function former(before jsonb, after jsonb) returns jsonb
language plpgsql immutable parallel safe as $$
declare
  result jsonb := '{}';
  field text;
begin
  for field in select jsonb_object_keys(before) union select jsonb_object_keys(after) loop
    if jsonb_typeof(before -> field) = 'object' and jsonb_typeof(after -> field) = 'object' then
      if before -> field <> after -> field then
        result := result || jsonb_build_object(field, former(before -> field, after -> field));
      end if;
    elsif before -> field is distinct from after -> field then
      result := result || jsonb_build_object(field, before -> field);
    end if;
  end loop;
  return result;
end
$$;

-- The role that answers apps. It sees one app's share of one district, whatever the question.
do $$
begin
  if not exists (select from pg_roles where rolname = 'rollbook_reader') then
    create role rollbook_reader nologin;
  end if;
  execute format('grant rollbook_reader to %I', current_user);
end
$$;

create function reading_district() returns integer language sql stable parallel safe
  return nullif(current_setting('rollbook.district', true), '')::integer;
create function reading_app() returns integer language sql stable parallel safe
  return nullif(current_setting('rollbook.app', true), '')::integer;

alter table share_member enable row level security;
create policy reader on share_member for select to rollbook_reader
  using (district_id = reading_district() and app_id = reading_app());

alter table share_event enable row level security;
create policy reader on share_event for select to rollbook_reader
  using (district_id = reading_district() and app_id = reading_app());

alter table shared_object enable row level security;
create policy reader on shared_object for select to rollbook_reader
  using (
    district_id = reading_district()
    and exists (
      select from share_member m
      where m.district_id = shared_object.district_id and m.app_id = reading_app()
        and m.kind = shared_object.kind and m.id = shared_object.id));

grant select on share_member, share_event, shared_object to rollbook_reader;

-- The shared records of some kinds that name a record. Row-level security would make the reader
-- scan the whole district, since @> might tell what it sees and so may not look before the policy
-- does; the function looks first and applies the policy itself.
create function linked_to(target bigint, of_kinds smallint[])
  returns table (kind smallint, id bigint)
  language sql stable security definer rows 20 set search_path from current
  begin atomic
    select o.kind, o.id from shared_object o
    where o.links @> array[target] and o.kind = any(of_kinds) and o.district_id = reading_district()
      and exists (
        select from share_member m
        where m.district_id = o.district_id and m.app_id = reading_app()
          and m.kind = o.kind and m.id = o.id);
  end;
revoke execute on function linked_to(bigint, smallint[]) from public;
grant execute on function linked_to(bigint, smallint[]) to rollbook_reader;

-- How often each token called in its newest minute, counted over all nodes. Lost in a crash, which
-- costs nobody more than a minute's count.
create unlogged table api_call (
  token_hash bytea primary key,
  -- minutes since 1970
  minute bigint not null,
  calls integer not null
) with (fillfactor = 50);

-- Who read how much of what: one row for each hour and address, not for each call.
create table api_access (
  district_id integer not null,
  app_id integer not null,
  hour timestamptz not null,
  -- the address with {id} for ids: '/v3.1/sections/{id}/users'
  endpoint text not null,
  calls bigint not null,
  records bigint not null,
  primary key (district_id, app_id, hour, endpoint)
) with (fillfactor = 80);
