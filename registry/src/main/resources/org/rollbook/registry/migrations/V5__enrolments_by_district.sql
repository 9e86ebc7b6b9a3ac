-- A district's enrolments are a partition of their own, enrolment_of_<district>. A first import fills
-- it before it has keys and before anybody sees it; and what the planner knows of a partition is of
-- one district.

alter table enrolment rename to enrolment_of_all;
alter index enrolment_pkey rename to enrolment_of_all_pkey;
alter index enrolment_by_student rename to enrolment_of_all_by_student;

-- origin is where an enrolment came from: the snapshot, and in the lower 28 bits the line.
create table enrolment (
  district_id integer not null,
  section_id bigint not null,
  student_id bigint not null,
  origin bigint not null,
  primary key (district_id, section_id, student_id)
) partition by list (district_id);
create index enrolment_by_student on enrolment (district_id, student_id);

do $$
declare
  district integer;
begin
  for district in
    select d.id from district d
    where exists (select from enrolment_of_all e where e.district_id = d.id) order by d.id
  loop
    execute format('create table enrolment_of_%s (like enrolment)', district);
    execute format(
      'insert into enrolment_of_%1$s select * from enrolment_of_all where district_id = %1$s
       order by section_id, student_id', district);
    execute format(
      'alter table enrolment_of_%s add primary key (district_id, section_id, student_id)', district);
    execute format('create index on enrolment_of_%s (district_id, student_id)', district);
    execute format('alter table enrolment attach partition enrolment_of_%1$s for values in (%1$s)', district);
    execute format('analyze enrolment_of_%s', district);
  end loop;
end
$$;

create or replace view shared_enrolment as
select district_id, section_id, student_id from enrolment;

create or replace view enrolment_origin as
select e.district_id, e.section_id, e.student_id, p.id as snapshot_id, p.enrolment_file as file,
       e.origin & 268435455 as line
from enrolment e
join snapshot p on p.district_id = e.district_id and p.id = e.origin >> 28;

drop table enrolment_of_all;
