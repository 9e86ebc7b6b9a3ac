package org.rollbook.registry.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.course;
import static org.rollbook.registry.testing.SmallDistrict.enrolment;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;
import static org.rollbook.registry.testing.SmallDistrict.school;
import static org.rollbook.registry.testing.SmallDistrict.section;
import static org.rollbook.registry.testing.SmallDistrict.student;
import static org.rollbook.registry.testing.SmallDistrict.teacher;
import static org.rollbook.registry.testing.SmallDistrict.term;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.share.Share;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.publication.PublicationRun;
import org.rollbook.registry.publication.PublishedDistrict;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.SharingDistrict;
import org.rollbook.registry.testing.TestServer;

/** What a publication costs follows what changed. */
@ExtendWith(TestServer.class)
final class PublicationCostTest {
  private final Database database;
  private final SharingDistrict district;

  PublicationCostTest(Database database) {
    this.database = database;
    this.district = new SharingDistrict(database);
  }

  /** Eighty classes of 25 students each; the first student is in the class {@code moved}. */
  private static List<RosterRecord> twoThousandStudents(int moved) {
    var records = new ArrayList<RosterRecord>(List.of(school("A"), term(), course()));
    for (int i = 0; i < 80; i++) {
      records.add(teacher("t" + i, "A"));
      records.add(section("c" + i, "A", "t" + i));
    }
    for (int i = 0; i < 2_000; i++) {
      records.add(student("s" + i, "A"));
      records.add(enrolment("c" + (i == 0 ? moved : i % 80), "s" + i));
    }
    return records;
  }

  @Test
  void one_moved_student_is_two_sections_and_the_district() {
    district.publish(twoThousandStudents(0));
    district.share(district.app(), Share.wholeDistrict());
    district.take(FakeSnapshot.of(twoThousandStudents(1)));
    List<Integer> counts =
        new OneTransaction(database.dataSource())
            .keep(jdbc -> {
              var locked = PublishedDistrict.lock(jdbc, district.key().value()).orElseThrow();
              new PublicationRun(jdbc, locked, Instant.EPOCH, Optional.empty()).publish();
              return jdbc.sql(
                      """
                      select count(*) from rendered
                      union all select count(*) from object_change
                      union all select count(*) from member_candidate
                      """)
                  .query(Integer.class)
                  .list();
            });
    // Who moved may have joined or left the share: one more to look at.
    assertThat(counts).containsExactly(3, 2, 3);
  }

  @Test
  void nothing_new_is_one_select() {
    district.publish(oneClassOf(3));
    district.share(district.app(), Share.wholeDistrict());
    long before = transactionsThatWrote();
    assertThat(district.publication().publish(district.key())).isZero();
    assertThat(transactionsThatWrote()).isEqualTo(before);
  }

  @Test
  void a_district_that_shares_with_nobody_publishes_nothing() {
    assertThat(district.publish(oneClassOf(3))).isZero();
    assertThat(
            database
                .jdbc()
                .sql(
                    """
                    select count(*) from district d
                    left join shared_object o on o.district_id = d.id
                    where d.key = :key and (o.id is not null or d.published_event is not null)
                    """)
                .param("key", district.key().value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** The row says which transaction wrote it last. */
  private long transactionsThatWrote() {
    return database
        .jdbc()
        .sql("select xmin::text::bigint from district where key = :key")
        .param("key", district.key().value())
        .query(Long.class)
        .single();
  }

  @Test
  void H5_an_import_whose_process_was_killed_before_it_published_is_caught_up_with() {
    district.publish(oneClassOf(2));
    App app = district.app();
    district.share(app, Share.wholeDistrict());
    long before = district.lastEvent();
    district.take(FakeSnapshot.of(oneClassOf(3)));
    assertThat(district.told(app, before)).isEmpty();
    district.publication().publishAll();
    assertThat(district.told(app, before))
        .containsExactly("created student s3", "updated section c1");
  }

  @Test
  void H5_when_the_roster_s_events_are_no_longer_kept_everything_is_compared() {
    district.publish(oneClassOf(2));
    App app = district.app();
    district.share(app, Share.wholeDistrict());
    long before = district.lastEvent();
    district.take(FakeSnapshot.of(oneClassOf(3)));
    database
        .jdbc()
        .sql("delete from event where district_id = (select id from district where key = :key)")
        .param("key", district.key().value())
        .update();
    assertThat(district.publication().publish(district.key())).isEqualTo(2);
    assertThat(district.told(app, before))
        .containsExactly("created student s3", "updated section c1");
  }
}
