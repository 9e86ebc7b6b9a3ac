package org.rollbook.registry.publication;

/**
 * Says who the contacts of students are. Clever knows a contact by the source's id, else by name
 * and e-mail, else by name and telephone, else by name and what it is to the student; so one who is
 * named for three students is one person, and one without an id who gets another e-mail is another.
 */
final class ContactIdentities {
  private final DistrictSql sql;

  ContactIdentities(DistrictSql sql) {
    this.sql = sql;
  }

  /**
   * Brings the contacts of touched students up to date; all who may have changed are candidates.
   */
  void settle() {
    if (sql.query("select exists (select from touched where contacts and kind = 'student')")
        .query(Boolean.class)
        .single()) {
      nominate();
      forgetFormer();
      identify();
      nominate();
    }
  }

  private void nominate() {
    sql.run(
        """
        insert into candidate
        select distinct 6::smallint, c.contact_id
        from touched t
        join contact_of_student c on c.district_id = :district and c.student_id = t.id
        where t.contacts and t.kind = 'student'
        on conflict do nothing
        """);
  }

  private void forgetFormer() {
    sql.run(
        """
        delete from contact_of_student c using touched t
        where t.contacts and t.kind = 'student'
          and c.district_id = :district and c.student_id = t.id
        """);
  }

  private void identify() {
    sql.run(
        """
        create temporary table if not exists named_contact (
          student_id bigint, place bigint, identity text collate "C", name text, attributes jsonb)
        on commit delete rows
        """);
    // As JSON, so that no two different contacts can be written alike.
    sql.run(
        """
        insert into named_contact
        select s.id, e.place,
               case when a.sis_id is not null then jsonb_build_array('id', a.sis_id)
                    when a.email is not null then jsonb_build_array('email', n.name, a.email)
                    when a.phone is not null then jsonb_build_array('phone', n.name, a.phone)
                    else jsonb_build_array('name', n.name, a.type, a.relationship, a.phone_type)
               end::text,
               n.name, n.attributes
        from touched t
        join student s on s.district_id = :district and s.id = t.id and s.deleted_event is null
        cross join jsonb_array_elements(s.contacts) with ordinality e(contact, place)
        cross join jsonb_to_record(e.contact) n(name text, attributes jsonb)
        cross join jsonb_to_record(n.attributes)
          a(sis_id text, email text, phone text, type text, relationship text, phone_type text)
        where t.contacts and t.kind = 'student'
        """);
    // Apart from the others: a function asked for everybody would cost more than all of this.
    sql.run(
        """
        update named_contact set identity = short_identity(identity)
        where octet_length(identity) > 2000
        """);
    sql.run("analyze named_contact (student_id, identity)");
    sql.run(
        """
        insert into contact (district_id, identity)
        select :district, identity
        from (select identity, min(student_id) as first from named_contact group by identity) n
        order by first, identity
        on conflict do nothing
        """);
    long named =
        sql.run(
            """
            insert into contact_of_student (district_id, student_id, contact_id, name, attributes)
            select distinct on (n.student_id, c.id) :district, n.student_id, c.id, n.name, n.attributes
            from named_contact n
            join contact c on c.district_id = :district and c.identity = n.identity
            order by n.student_id, c.id, n.place
            """);
    sql.refreshStatistics("contact_of_student", "(district_id, student_id, contact_id)", named);
  }
}
