package org.rollbook.registry.publication;

/**
 * People as Clever's API v3.1 shows them: users with roles. A district that was itself pulled over
 * an API has the API's ids for its own; what its SIS calls a record stands in an attribute then.
 */
final class PersonObjects {
  /** A teacher, a staff member, or one of each who are the same person. */
  static final String ADULT =
      """
      insert into rendered
      select c.kind, c.id,
             jsonb_build_object(
               'id', api_id(c.id), 'district', api_id(d.record_id), 'email', who.email,
               'name', api_part(jsonb_build_object(
                 'first', who.first, 'middle', nullif(who.middle, ''), 'last', who.last)),
               'roles', jsonb_strip_nulls(jsonb_build_object('district_admin',
                 case when lower(f.attributes ->> 'role')
                        in ('district admin', 'district administrator')
                 then jsonb_build_object(
                   'legacy_id', api_id(f.id), 'title', f.attributes -> 'title') end))
                 || teacher.role || staff.role),
             array(select distinct u.id from unnest(t.school_ids || f.school_ids) u(id) order by 1)
      from candidate c
      join district d on d.id = :district
      left join (adult a join teacher t on t.district_id = a.district_id and t.id = a.record_id
                   and t.deleted_event is null)
        on a.district_id = d.id and a.user_id = c.id
      left join (adult b join staff f on f.district_id = b.district_id and f.id = b.record_id
                   and f.deleted_event is null)
        on b.district_id = d.id and b.user_id = c.id
      left join home h on h.person_id = t.id
      cross join lateral (
        select coalesce(t.email, f.email) as email,
               coalesce(t.given_name, f.given_name) as first,
               coalesce(t.middle_name, f.middle_name) as middle,
               coalesce(t.family_name, f.family_name) as last) who
      cross join lateral (
        select case when t.id is null then '{}' else jsonb_build_object('teacher',
          jsonb_build_object(
            'legacy_id', api_id(t.id), 'district', api_id(d.record_id),
            'sis_id', coalesce(t.attributes ->> 'sis_id', t.source_id),
            'school', api_id(coalesce(h.school_id, t.school_ids[1])),
            'schools', api_ids(t.school_ids),
            'name', api_part(jsonb_build_object(
              'first', t.given_name, 'middle', nullif(t.middle_name, ''), 'last', t.family_name)))
          || jsonb_strip_nulls(jsonb_build_object(
            'teacher_number', t.attributes -> 'teacher_number',
            'state_id', t.attributes -> 'state_teacher_id', 'title', t.attributes -> 'title',
            'credentials', api_part(
              jsonb_build_object('district_username', t.attributes -> 'username')),
            'ext', api_ext(t.attributes)))) end as role) teacher
      cross join lateral (
        select case when f.id is null then '{}' else jsonb_build_object('staff',
          jsonb_build_object(
            'legacy_id', api_id(f.id),
            'staff_id', coalesce(f.attributes ->> 'sis_id', f.source_id),
            'schools', api_ids(f.school_ids),
            'roles', jsonb_path_query_array(f.attributes, '$.role'))
          || jsonb_strip_nulls(jsonb_build_object(
            'title', f.attributes -> 'title', 'department', f.attributes -> 'department',
            'credentials', api_part(
              jsonb_build_object('district_username', f.attributes -> 'username')),
            'ext', api_ext(f.attributes)))) end as role) staff
      where c.kind = 4 and (t.id is not null or f.id is not null)
      """;

  static final String STUDENT =
      """
      insert into rendered
      select c.kind, c.id,
             jsonb_build_object(
               'id', api_id(s.id), 'district', api_id(d.record_id), 'email', s.email,
               'name', api_part(jsonb_build_object(
                 'first', s.given_name, 'middle', nullif(s.middle_name, ''),
                 'last', s.family_name)),
               'roles', jsonb_build_object('student',
                 jsonb_build_object(
                   'legacy_id', api_id(s.id), 'sis_id', coalesce(x ->> 'sis_id', s.source_id),
                   'school', api_id(coalesce(h.school_id, s.school_ids[1])),
                   'schools', api_ids(s.school_ids), 'enrollments', '[]'::jsonb,
                   'grade', x -> 'grade', 'graduation_year', x -> 'graduation_year',
                   'dob', x -> 'dob', 'gender', x -> 'gender', 'race', x -> 'race',
                   'hispanic_ethnicity', x -> 'hispanic_latino', 'ell_status', x -> 'ell_status',
                   'frl_status', x -> 'frl_status', 'gifted_status', x -> 'gifted_status',
                   'section_504_status', x -> 'section_504_status',
                   'home_language', x -> 'home_language',
                   'home_language_code', x -> 'home_language_code')
                 || jsonb_strip_nulls(jsonb_build_object(
                   'student_number', x -> 'student_number', 'state_id', x -> 'state_id',
                   'iep_status', x -> 'iep_status',
                   'location', api_part(jsonb_build_object(
                     'address', x -> 'student_street', 'city', x -> 'student_city',
                     'state', x -> 'student_state', 'zip', x -> 'student_zip')),
                   'disability', api_part(jsonb_build_object(
                     'disability_status', x -> 'disability_status',
                     'disability_type', x -> 'disability_type',
                     'disability_code', x -> 'disability_code')),
                   'preferred_name', api_part(jsonb_build_object(
                     'first', x -> 'preferred_first_name', 'middle', x -> 'preferred_middle_name',
                     'last', x -> 'preferred_last_name')),
                   'credentials', api_part(jsonb_build_object('district_username', x -> 'username')),
                   'ext', api_ext(x))))),
             s.school_ids
      from candidate c
      join district d on d.id = :district
      join student s on s.district_id = d.id and s.id = c.id
      left join home h on h.person_id = s.id
      cross join lateral (select s.attributes as x) about
      where c.kind = 5 and s.deleted_event is null
      """;

  /** One who is named for several students looks as the first of them has it. */
  static final String CONTACT =
      """
      insert into rendered
      select c.kind, c.id,
             jsonb_build_object(
               'id', api_id(c.id), 'district', api_id(d.record_id),
               'email', one.attributes -> 'email', 'name', jsonb_build_object('last', one.name),
               'roles', jsonb_build_object('contact',
                 jsonb_build_object(
                   'legacy_id', api_id(c.id), 'phone_type', one.attributes -> 'phone_type',
                   'student_relationships', of.relationships)
                 || jsonb_strip_nulls(jsonb_build_object(
                   'sis_id', one.attributes -> 'sis_id', 'phone', one.attributes -> 'phone')))),
             of.students
      from candidate c
      join district d on d.id = :district
      cross join lateral (
        select o.name, o.attributes from contact_of_student o
        where o.district_id = d.id and o.contact_id = c.id order by o.student_id limit 1) one
      cross join lateral (
        select array_agg(o.student_id order by o.student_id) as students,
               jsonb_agg(jsonb_build_object(
                 'student', api_id(o.student_id), 'relationship', o.attributes -> 'relationship',
                 'type', o.attributes -> 'type') order by o.student_id) as relationships
        from contact_of_student o where o.district_id = d.id and o.contact_id = c.id) of
      where c.kind = 6
      """;

  private PersonObjects() {}
}
