-- The district's one truth. district_id leads every key and index: a district's rows stay together,
-- row-level security can keep districts apart, and the schema can be distributed by that column.
-- Records refer to each other by id without foreign keys: intake resolves every reference in sets
-- before it writes, and a check per row would cost more than the write.

create sequence record_id as bigint;
create sequence snapshot_number as bigint;

create table district (
  id integer generated always as identity primary key,
  key text collate "C" not null unique,
  created_at timestamptz not null default now(),
  -- the number of the newest event
  last_event bigint not null default 0,
  -- the snapshot that the roster was last read from, byte for byte
  roster_snapshot bigint,
  -- the newest snapshot that was taken, also when it changed nothing: older held ones are stale
  accepted_snapshot bigint,
  deleted_percent integer not null default 10,
  updated_percent integer not null default 75,
  at_least integer not null default 10
);

create table snapshot (
  district_id integer not null references district,
  id bigint not null,
  received_at timestamptz not null,
  format text not null,
  digest text not null,
  status text not null
    check (status in ('applied', 'unchanged', 'held', 'refused', 'discarded')),
  -- where the enrolments of this snapshot came from; the line is in enrolment.origin
  enrolment_file text not null default '',
  report jsonb not null,
  primary key (district_id, id)
);
-- A person names a snapshot by its number alone.
create index snapshot_by_number on snapshot (id);

create table finding (
  district_id integer not null,
  snapshot_id bigint not null,
  number integer not null,
  file text not null,
  line bigint not null,
  column_name text not null,
  code text not null,
  message text not null,
  primary key (district_id, snapshot_id, number)
);

-- The files of held snapshots, so that any node can read them again. Compressed by us.
create table held_file (
  district_id integer not null,
  snapshot_id bigint not null,
  name text not null,
  part integer not null,
  bytes bytea not null,
  primary key (district_id, snapshot_id, name, part)
);
alter table held_file alter column bytes set storage external;

-- Roster records. They are marked as deleted, not removed, so that a returning source id finds its
-- record id again. snapshot_id, file and line say where the record's last change came from.
create table school (
  district_id integer not null,
  id bigint not null,
  source_id text collate "C" not null,
  name text not null,
  attributes jsonb not null,
  snapshot_id bigint not null,
  file text not null,
  line bigint not null,
  deleted_event bigint,
  primary key (district_id, id),
  unique (district_id, source_id)
);

create table term (
  district_id integer not null,
  id bigint not null,
  source_id text collate "C" not null,
  name text not null,
  start_date date,
  end_date date,
  snapshot_id bigint not null,
  file text not null,
  line bigint not null,
  deleted_event bigint,
  primary key (district_id, id),
  unique (district_id, source_id)
);

create table course (
  district_id integer not null,
  id bigint not null,
  source_id text collate "C" not null,
  name text not null,
  number text not null,
  snapshot_id bigint not null,
  file text not null,
  line bigint not null,
  deleted_event bigint,
  primary key (district_id, id),
  unique (district_id, source_id)
);

create table teacher (
  district_id integer not null,
  id bigint not null,
  source_id text collate "C" not null,
  school_ids bigint[] not null,
  given_name text not null,
  middle_name text not null,
  family_name text not null,
  email text,
  attributes jsonb not null,
  snapshot_id bigint not null,
  file text not null,
  line bigint not null,
  deleted_event bigint,
  primary key (district_id, id),
  unique (district_id, source_id)
);

create table staff (like teacher including all);

create table student (
  district_id integer not null,
  id bigint not null,
  source_id text collate "C" not null,
  school_ids bigint[] not null,
  given_name text not null,
  middle_name text not null,
  family_name text not null,
  email text,
  attributes jsonb not null,
  contacts jsonb not null,
  snapshot_id bigint not null,
  file text not null,
  line bigint not null,
  deleted_event bigint,
  primary key (district_id, id),
  unique (district_id, source_id)
);

create table section (
  district_id integer not null,
  id bigint not null,
  source_id text collate "C" not null,
  school_id bigint not null,
  name text not null,
  primary_teacher_id bigint,
  co_teacher_ids bigint[] not null,
  course_id bigint,
  term_id bigint,
  attributes jsonb not null,
  snapshot_id bigint not null,
  file text not null,
  line bigint not null,
  deleted_event bigint,
  primary key (district_id, id),
  unique (district_id, source_id)
);

-- origin is snapshot_id * 2^28 + line: a district has ten times as many of these as of all else.
create table enrolment (
  district_id integer not null,
  section_id bigint not null,
  student_id bigint not null,
  origin bigint not null,
  primary key (district_id, section_id, student_id)
);
create index enrolment_by_student on enrolment (district_id, student_id);

-- One difference between two rosters; kind is school, term, course, teacher, staff, student or
-- section. A created event carries nothing; an updated one the former values of what changed, and of
-- a section's students who came and went: {"students": {"added": [ids], "removed": [ids]}}; a deleted
-- one the whole last object. Walking back from the roster through later events gives any former one.
create table event (
  district_id integer not null,
  seq bigint not null,
  at timestamptz not null,
  snapshot_id bigint not null,
  kind text not null,
  operation text not null check (operation in ('created', 'updated', 'deleted')),
  record_id bigint not null,
  previous jsonb,
  object jsonb,
  primary key (district_id, seq)
);

-- What other modules read. They know these views and no table.
create view shared_section as
select s.district_id, s.id as section_id, s.source_id, s.name, s.school_id,
       school.source_id as school_source_id, school.name as school_name,
       s.primary_teacher_id, s.co_teacher_ids
from section s
join school on school.district_id = s.district_id and school.id = s.school_id
where s.deleted_event is null;

create view shared_enrolment as
select district_id, section_id, student_id from enrolment;

create view shared_person as
select district_id, id as person_id, 'teacher' as kind, source_id, given_name, family_name, email,
       snapshot_id, file, line
from teacher where deleted_event is null
union all
select district_id, id, 'student', source_id, given_name, family_name, email,
       snapshot_id, file, line
from student where deleted_event is null
union all
select district_id, id, 'staff', source_id, given_name, family_name, email,
       snapshot_id, file, line
from staff where deleted_event is null;

create view section_change as
select district_id, seq, record_id as section_id from event where kind = 'section';

create view person_change as
select district_id, seq, record_id as person_id
from event where kind in ('teacher', 'student', 'staff');

create view district_state as
select id as district_id, key, last_event from district;

create view enrolment_origin as
select e.district_id, e.section_id, e.student_id, p.id as snapshot_id, p.enrolment_file as file,
       e.origin & 268435455 as line
from enrolment e
join snapshot p on p.district_id = e.district_id and p.id = e.origin >> 28;

create view section_origin as
select district_id, id as section_id, snapshot_id, file, line from section;
