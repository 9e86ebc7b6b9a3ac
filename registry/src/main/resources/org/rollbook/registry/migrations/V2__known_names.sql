-- What history is told with: everybody and everything that ever was in the roster, by the names last
-- known. For reading what was, never for deciding what is to be; that is what the shared_ views are for.
create view known_person as
select district_id, id as person_id, source_id, given_name, family_name, email from teacher
union all
select district_id, id, source_id, given_name, family_name, email from student
union all
select district_id, id, source_id, given_name, family_name, email from staff;

create view known_section as
select district_id, id as section_id, source_id from section;

create view known_school as
select district_id, id as school_id, source_id, name from school;
