package org.rollbook.registry.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.share.Share;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.SharingDistrict;
import org.rollbook.registry.testing.TestServer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever the question, the role that answers apps sees one share of one district (H6). */
@ExtendWith(TestServer.class)
// Nothing here writes: one pair of districts serves every question.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReaderRoleTest {
  private static final List<String> READABLE =
      List.of("share_member", "share_event", "shared_object");

  private final Database database;
  private final SharingDistrict here;
  private final App reading;

  ReaderRoleTest(Database database) {
    this.database = database;
    this.here = new SharingDistrict(database);
    var elsewhere = new SharingDistrict(database);
    this.reading = here.app();
    for (SharingDistrict district : List.of(here, elsewhere)) {
      district.publish(oneClassOf(3));
      district.share(here.app(), Share.wholeDistrict());
    }
    elsewhere.share(reading, Share.wholeDistrict());
    here.share(
        reading,
        Share.of(
            new org.rollbook.core.share.Selection.ByRules(
                List.of(org.rollbook.core.share.RuleText.parse("student.sis_id is s2")))));
  }

  private interface Question<T> {
    T ask(JdbcClient jdbc);
  }

  private <T> T asReader(Question<T> question) {
    Reader reader = here.sharing().reader(reading.id(), here.key()).orElseThrow();
    return new OneTransaction(database.dataSource())
        .undo(jdbc -> {
          jdbc.sql("set local role rollbook_reader").update();
          set(jdbc, "rollbook.district", reader.district());
          set(jdbc, "rollbook.app", reader.app().number());
          return question.ask(jdbc);
        });
  }

  private static void set(JdbcClient jdbc, String name, int value) {
    jdbc.sql("select set_config(:name, :value, true)")
        .param("name", name)
        .param("value", Integer.toString(value))
        .query(String.class)
        .single();
  }

  /** What the app with this number counts. */
  private int count(AppId app, String what) {
    return asReader(jdbc -> {
      set(jdbc, "rollbook.app", app.number());
      return jdbc.sql("select count(" + what).query(Integer.class).single();
    });
  }

  @Test
  void H6_it_sees_its_own_share_and_nothing_of_another_app_or_district() {
    // The district, the school, the student.
    for (String table : READABLE) {
      assertThat(count(reading.id(), "*) from " + table)).as(table).isEqualTo(3);
    }
    assertThat(count(reading.id(), "distinct (district_id, app_id)) from share_event"))
        .isEqualTo(1);
  }

  @Test
  void H6_without_a_share_of_its_own_it_sees_nothing() {
    for (String table : READABLE) {
      assertThat(count(here.app().id(), "*) from " + table)).as(table).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1 from student",
        "select 1 from teacher",
        "select 1 from staff",
        "select 1 from section",
        "select 1 from enrolment",
        "select 1 from school",
        "select 1 from event",
        "select 1 from district",
        "select 1 from snapshot",
        "select 1 from contact",
        "select 1 from contact_of_student",
        "select 1 from adult",
        "select 1 from app",
        "select 1 from share",
        "select 1 from share_rule",
        "select 1 from shared_person",
        "select 1 from shared_section",
        "select 1 from shared_enrolment"
      })
  void H6_it_reads_no_other_table(String statement) {
    assertThatThrownBy(() -> asReader(jdbc -> jdbc.sql(statement).query(Integer.class).list()))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from share_member",
        "delete from share_event",
        "update shared_object set object = '{}'",
        "insert into share_member values (1, 1, 1, 1, 1)",
        "select nextval('share_event_id')"
      })
  void H6_it_writes_nothing(String statement) {
    assertThatThrownBy(() -> asReader(jdbc -> jdbc.sql(statement).update()))
        .isInstanceOf(DataAccessException.class);
  }
}
