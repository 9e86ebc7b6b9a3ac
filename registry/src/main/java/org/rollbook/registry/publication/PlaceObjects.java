package org.rollbook.registry.publication;

/**
 * Districts, schools, terms, courses and sections as Clever's API v3.1 shows them. What Clever says
 * is always there is null when we have none; all else is left out. The SIS' id is an attribute
 * where the district was pulled over an API, see {@link PersonObjects}.
 */
final class PlaceObjects {
  /** Without {@code last_sync}, which moves when nothing else does. */
  static final String DISTRICT =
      """
      insert into rendered
      select c.kind, c.id,
             jsonb_build_object(
               'id', api_id(d.record_id), 'name', d.key, 'sis_type', 'sftp',
               'launch_date', to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD'),
               'login_methods', '[]'::jsonb, 'portal_url', '', 'state', 'success', 'error', '',
               'pause_start', null, 'pause_end', null),
             '{}'::bigint[]
      from candidate c join district d on d.record_id = c.id
      where c.kind = 0
      """;

  static final String SCHOOL =
      """
      insert into rendered
      select c.kind, c.id,
             jsonb_build_object(
               'id', api_id(s.id), 'district', api_id(d.record_id), 'name', s.name,
               'sis_id', coalesce(s.attributes ->> 'sis_id', s.source_id),
               'school_number', coalesce(s.attributes ->> 'school_number', ''),
               'low_grade', s.attributes -> 'low_grade', 'high_grade', s.attributes -> 'high_grade')
             || jsonb_strip_nulls(jsonb_build_object(
               'state_id', s.attributes -> 'state_id', 'nces_id', s.attributes -> 'nces_id',
               'mdr_number', s.attributes -> 'mdr_number', 'phone', s.attributes -> 'school_phone',
               'principal', api_part(jsonb_build_object(
                 'name', s.attributes -> 'principal', 'email', s.attributes -> 'principal_email')),
               'location', api_part(jsonb_build_object(
                 'address', s.attributes -> 'school_address', 'city', s.attributes -> 'school_city',
                 'state', s.attributes -> 'school_state', 'zip', s.attributes -> 'school_zip')),
               'ext', api_ext(s.attributes))),
             '{}'::bigint[]
      from candidate c
      join district d on d.id = :district
      join school s on s.district_id = d.id and s.id = c.id
      where c.kind = 1 and s.deleted_event is null
      """;

  static final String TERM =
      """
      insert into rendered
      select c.kind, c.id,
             jsonb_build_object(
               'id', api_id(t.id), 'district', api_id(d.record_id), 'name', t.name,
               'start_date', api_date(t.start_date), 'end_date', api_date(t.end_date)),
             '{}'::bigint[]
      from candidate c
      join district d on d.id = :district
      join term t on t.district_id = d.id and t.id = c.id
      where c.kind = 2 and t.deleted_event is null
      """;

  static final String COURSE =
      """
      insert into rendered
      select c.kind, c.id,
             jsonb_build_object(
               'id', api_id(k.id), 'district', api_id(d.record_id), 'name', k.name,
               'number', k.number),
             '{}'::bigint[]
      from candidate c
      join district d on d.id = :district
      join course k on k.district_id = d.id and k.id = c.id
      where c.kind = 3 and k.deleted_event is null
      """;

  /** Lists all students of the section, also those whom an app may not see, as Clever does. */
  static final String SECTION =
      """
      insert into rendered
      select c.kind, c.id,
             jsonb_build_object(
               'id', api_id(s.id), 'district', api_id(d.record_id), 'school', api_id(s.school_id),
               'name', s.name, 'sis_id', coalesce(s.attributes ->> 'sis_id', s.source_id),
               'grade', s.attributes -> 'grade', 'subject', s.attributes -> 'subject',
               'course', api_id(s.course_id), 'term_id', api_id(s.term_id),
               'teacher', api_id(p.user_id), 'teachers', api_ids(t.ids), 'students', api_ids(e.ids))
             || jsonb_strip_nulls(jsonb_build_object(
               'section_number', s.attributes -> 'section_number',
               'period', s.attributes -> 'period', 'ext', api_ext(s.attributes))),
             array_remove(array[s.school_id, s.course_id, s.term_id], null) || t.ids || e.ids
      from candidate c
      join district d on d.id = :district
      join section s on s.district_id = d.id and s.id = c.id
      left join adult p on p.district_id = d.id and p.record_id = s.primary_teacher_id
      cross join lateral (
        select coalesce(array_agg(a.user_id order by u.place), '{}') as ids
        from unnest(array_prepend(s.primary_teacher_id, s.co_teacher_ids))
          with ordinality u(id, place)
        join adult a on a.district_id = d.id and a.record_id = u.id) t
      cross join lateral (
        select coalesce(array_agg(n.student_id order by n.student_id), '{}') as ids
        from enrolment n where n.district_id = :district and n.section_id = s.id) e
      where c.kind = 7 and s.deleted_event is null
      """;

  private PlaceObjects() {}
}
