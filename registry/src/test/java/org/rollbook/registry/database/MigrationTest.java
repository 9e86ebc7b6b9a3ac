package org.rollbook.registry.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.testing.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a database of a former version has is there in the next one. */
@ExtendWith(TestServer.class)
final class MigrationTest {
  @Test
  void enrolments_are_taken_into_their_districts_partitions(Database server) {
    var place = server.sibling("undivided").orElseThrow();
    var source = new DriverManagerDataSource(place.jdbcUrl(), place.user(), place.password());
    migrateTo(4, source);
    var before = JdbcClient.create(source);
    before
        .sql(
            "insert into district (id, key) overriding system value values (3, 'a'), (5, 'b'), (6, 'c')")
        .update();
    before
        .sql(
            """
            insert into enrolment (district_id, section_id, student_id, origin)
            select district, 100 * district + number % 7, number, (9::bigint << 28) | number
            from (values (3), (5)) d(district), generate_series(1, 50) number
            """)
        .update();
    before
        .sql(
            """
            insert into snapshot (id, district_id, received_at, format, digest, status, enrolment_file, report)
            values (9, 3, now(), 'Fake', '', 'applied', 'enrollments.csv', '{}')
            """)
        .update();
    List<String> enrolments = enrolments(before);
    assertThat(enrolments).hasSize(100);

    try (Database opened = Database.open(place)) {
      JdbcClient after = opened.jdbc();
      assertThat(enrolments(after)).isEqualTo(enrolments);
      assertThat(count(after, "enrolment_of_3")).isEqualTo(50);
      assertThat(count(after, "enrolment_of_5")).isEqualTo(50);
      assertThat(count(after, "shared_enrolment")).isEqualTo(100);
      assertThat(
              count(after, "enrolment_origin where file = 'enrollments.csv' and line = student_id"))
          .isEqualTo(50);
    }
  }

  @Test
  void H8_contacts_with_long_names_keep_their_ids(Database server) {
    var place = server.sibling("longnames").orElseThrow();
    var source = new DriverManagerDataSource(place.jdbcUrl(), place.user(), place.password());
    migrateTo(5, source);
    var before = JdbcClient.create(source);
    // The letter repeats itself, which is how five thousand of it fitted into the index.
    var longName = "[\"name\", \"" + "x".repeat(5_000) + "\", null, null, null]";
    before
        .sql("insert into contact (district_id, id, identity) values (1, 7, 'Eve'), (1, 8, :name)")
        .param("name", longName)
        .update();

    try (Database opened = Database.open(place)) {
      assertThat(
              opened
                  .jdbc()
                  .sql("select id from contact where identity = short_identity(:name)")
                  .param("name", longName)
                  .query(Long.class)
                  .single())
          .isEqualTo(8);
      assertThat(count(opened.jdbc(), "contact where id = 7 and identity = 'Eve'")).isOne();
    }
  }

  @Test
  void H4_of_several_held_snapshots_the_newest_waits_and_has_files(Database server) {
    var place = server.sibling("manyheld").orElseThrow();
    var source = new DriverManagerDataSource(place.jdbcUrl(), place.user(), place.password());
    migrateTo(6, source);
    var before = JdbcClient.create(source);
    before
        .sql("insert into district (id, key) overriding system value values (3, 'a'), (5, 'b')")
        .update();
    before
        .sql(
            """
            insert into snapshot (id, district_id, received_at, format, digest, status, report)
            select id, district, now(), 'Fake', '', status, '{}'
            from (values (1, 3, 'applied'), (2, 3, 'held'), (3, 3, 'held'), (4, 3, 'refused'),
                         (5, 5, 'held'), (6, 5, 'unchanged')) s(id, district, status)
            """)
        .update();
    before
        .sql(
            """
            insert into held_file select district_id, id, 'students.csv', 0, '' from snapshot
            where status = 'held'
            """)
        .update();

    try (Database opened = Database.open(place)) {
      assertThat(
              opened
                  .jdbc()
                  .sql("select id || ' ' || status from snapshot order by id")
                  .query(String.class)
                  .list())
          .containsExactly(
              "1 applied", "2 superseded", "3 held", "4 refused", "5 superseded", "6 unchanged");
      assertThat(count(opened.jdbc(), "held_file")).isOne();
      assertThat(count(opened.jdbc(), "held_file where snapshot_id = 3")).isOne();
    }
  }

  private static void migrateTo(int version, DriverManagerDataSource source) {
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:" + MigrationSet.REGISTRY.location())
        .table(MigrationSet.REGISTRY.historyTable())
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .target(Integer.toString(version))
        .load()
        .migrate();
  }

  private static List<String> enrolments(JdbcClient jdbc) {
    return jdbc.sql("select e::text from enrolment e order by 1").query(String.class).list();
  }

  private static long count(JdbcClient jdbc, String from) {
    return jdbc.sql("select count(*) from " + from).query(Long.class).single();
  }
}
