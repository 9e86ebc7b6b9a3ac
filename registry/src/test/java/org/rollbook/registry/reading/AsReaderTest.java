package org.rollbook.registry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Share;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.Reader;
import org.rollbook.registry.testing.SharingDistrict;
import org.rollbook.registry.testing.SmallDistrict;
import org.rollbook.registry.testing.TestServer;
import org.springframework.dao.DataAccessException;

/** What reading as a reader reaches, whatever is asked. */
@ExtendWith(TestServer.class)
final class AsReaderTest {
  private final SharingDistrict district;
  private final SharingDistrict other;
  private final AsReader asReader;

  AsReaderTest(Database database) {
    this.district = new SharingDistrict(database);
    this.other = new SharingDistrict(database);
    this.asReader = new AsReader(database.dataSource());
    district.publish(SmallDistrict.oneClassOf(5));
    other.publish(SmallDistrict.oneClassOf(7));
  }

  private Reader reader(SharingDistrict of, Share share) {
    App app = of.app();
    of.share(app, share);
    return of.sharing().reader(app.id(), of.key()).orElseThrow();
  }

  private List<Long> ask(Reader reader, String sql) {
    return asReader.read(reader, jdbc -> jdbc.sql(sql).query(Long.class).list());
  }

  @Test
  void H6_a_question_without_any_condition_meets_the_own_share_only() {
    Reader all = reader(district, Share.wholeDistrict());
    Reader others = reader(other, Share.wholeDistrict());
    assertThat(ask(all, "select count(*) from shared_object where kind = 5")).containsExactly(5L);
    assertThat(ask(others, "select count(*) from shared_object where kind = 5"))
        .containsExactly(7L);
    assertThat(ask(all, "select distinct app_id from share_event"))
        .containsExactly((long) all.app().number());
    assertThat(ask(all, "select distinct app_id from share_member"))
        .containsExactly((long) all.app().number());
  }

  @Test
  void H6_a_record_of_others_links_to_nothing() {
    Reader all = reader(district, Share.wholeDistrict());
    Reader others = reader(other, Share.wholeDistrict());
    long school = ask(all, "select id from shared_object where kind = 1").getFirst();
    String linked = "select id from linked_to(" + school + ", '{4,5,7}')";
    assertThat(ask(all, linked)).hasSize(7);
    assertThat(ask(others, linked)).isEmpty();
  }

  @Test
  void H6_the_roster_itself_and_all_else_is_out_of_reach() {
    Reader all = reader(district, Share.wholeDistrict());
    for (String table :
        List.of("student", "district", "app", "share", "share_rule", "contact", "api_access")) {
      assertThatThrownBy(() -> ask(all, "select count(*) from " + table))
          .as(table)
          .isInstanceOf(DataAccessException.class)
          .hasRootCauseMessage("ERROR: permission denied for table " + table);
    }
    assertThatThrownBy(() -> ask(all, "delete from shared_object returning id"))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void a_connection_that_was_a_readers_is_nobodys_afterwards() {
    Reader all = reader(district, Share.wholeDistrict());
    for (int i = 0; i < 20; i++) {
      ask(all, "select 1");
    }
    district.publish(SmallDistrict.oneClassOf(6));
    assertThat(ask(all, "select count(*) from shared_object where kind = 5")).containsExactly(6L);
  }
}
