package org.rollbook.sync.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollbook.core.reconcile.WaitingReason;
import org.rollbook.sync.connections.TargetConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads who waits for an account, and which classes wait for their primary teacher's. */
public final class WaitingList {
  private final JdbcClient jdbc;

  public WaitingList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Hands over everybody who waits, teachers before students, then the classes that wait. */
  public void read(TargetConnection connection, Consumer<Waiting> each) {
    people(connection, each);
    classes(connection, each);
  }

  /** How many people wait for an account now. */
  public long people(TargetConnection connection) {
    return bind(
            connection,
            """
            select count(*) from account_match
            where district_id = :district and connection_id = :connection and reason is not null
            """)
        .query(Long.class)
        .single();
  }

  private void people(TargetConnection connection, Consumer<Waiting> each) {
    bind(
            connection,
            """
            select p.source_id, p.kind, p.given_name, p.family_name, m.email, m.reason
            from account_match m
            join shared_person p on p.district_id = m.district_id and p.person_id = m.person_id
            where m.district_id = :district and m.connection_id = :connection
              and m.reason is not null
            order by p.kind desc, p.family_name, p.given_name, p.source_id
            """)
        .query(row -> {
          each.accept(
              new Waiting.Person(
                  row.getString("source_id"),
                  name(row),
                  Optional.ofNullable(row.getString("email")),
                  row.getString("kind"),
                  WaitingReason.valueOf(row.getString("reason"))));
        });
  }

  private void classes(TargetConnection connection, Consumer<Waiting> each) {
    bind(
            connection,
            """
            select s.source_id, s.name, s.school_name, coalesce(p.source_id, '') as teacher,
                   coalesce(p.given_name, '') as given_name,
                   coalesce(p.family_name, '') as family_name, m.email,
                   case when s.primary_teacher_id is null then 'NO_PRIMARY_TEACHER'
                        else coalesce(m.reason, 'NO_ACCOUNT') end as reason
            from shared_section s
            left join account_match m on m.district_id = s.district_id
              and m.connection_id = :connection and m.person_id = s.primary_teacher_id
            left join shared_person p on p.district_id = s.district_id
              and p.person_id = s.primary_teacher_id
            where s.district_id = :district
              and (s.primary_teacher_id is null or m.reason is not null)
              and not exists (select 1 from class_baseline c where c.district_id = :district
                and c.connection_id = :connection and c.section_id = s.section_id)
            order by s.school_name, s.name, s.source_id
            """)
        .query(row -> {
          each.accept(
              new Waiting.ClassOf(
                  row.getString("source_id"),
                  row.getString("name"),
                  row.getString("school_name"),
                  row.getString("teacher"),
                  name(row),
                  Optional.ofNullable(row.getString("email")),
                  WaitingReason.valueOf(row.getString("reason"))));
        });
  }

  private StatementSpec bind(TargetConnection connection, String sql) {
    return jdbc.sql(sql)
        .param("district", connection.districtId())
        .param("connection", connection.id().number());
  }

  private static String name(ResultSet row) throws SQLException {
    return (row.getString("given_name") + " " + row.getString("family_name")).strip();
  }
}
