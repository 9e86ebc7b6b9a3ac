package org.rollbook.registry.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.testing.Deliveries;
import org.rollbook.registry.testing.FakeSnapshot;
import org.rollbook.registry.testing.TestServer;

/** Each district's enrolments are a partition of their own. */
@ExtendWith(TestServer.class)
final class EnrolmentPartitionTest {
  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final Intake intake;
  private final DistrictKey district = newDistrict();

  EnrolmentPartitionTest(Database database) {
    this.database = database;
    this.intake = new Intake(database, deliveries, InstantSource.system());
  }

  private static DistrictKey newDistrict() {
    return new DistrictKey("d-" + UUID.randomUUID());
  }

  private ImportReport deliver(DistrictKey to, FakeSnapshot snapshot) throws IOException {
    return intake.importSnapshot(to, deliveries.of(snapshot), Progress.NONE);
  }

  /** Counted in the district's partition, which is an error when there is none. */
  private long enrolments(DistrictKey of) {
    int number =
        database
            .jdbc()
            .sql("select id from district where key = :key")
            .param("key", of.value())
            .query(Integer.class)
            .single();
    return database
        .jdbc()
        .sql("select count(*) from enrolment_of_%d".formatted(number))
        .query(Long.class)
        .single();
  }

  private static FakeSnapshot withoutEnrolments(int students) {
    return FakeSnapshot.of(
        oneClassOf(students).stream().filter(record -> !(record instanceof Enrolment)).toList());
  }

  @Test
  @Timeout(60)
  void districts_may_have_their_first_imports_at_once() throws Exception {
    List<DistrictKey> districts =
        Stream.generate(EnrolmentPartitionTest::newDistrict).limit(8).toList();
    var imports = new ArrayList<Future<ImportReport>>();
    try (var threads = Executors.newFixedThreadPool(districts.size())) {
      for (int number = 0; number < districts.size(); number++) {
        DistrictKey key = districts.get(number);
        int students = 10 + number;
        imports.add(threads.submit(() -> deliver(key, FakeSnapshot.of(oneClassOf(students)))));
      }
    }
    for (int number = 0; number < districts.size(); number++) {
      assertThat(imports.get(number).get().status()).isEqualTo(SnapshotStatus.APPLIED);
      assertThat(enrolments(districts.get(number))).isEqualTo(10 + number);
    }
  }

  @Test
  void enrolments_may_come_later_than_all_else() throws IOException {
    deliver(district, withoutEnrolments(5));

    assertThat(deliver(district, FakeSnapshot.of(oneClassOf(5))).events())
        .isEqualTo(new ImportReport.Events(0, 1, 0));
    assertThat(enrolments(district)).isEqualTo(5);
  }

  @Test
  void a_district_that_lost_all_enrolments_gets_them_again() throws IOException {
    deliver(district, FakeSnapshot.of(oneClassOf(5)));
    ImportReport held = deliver(district, withoutEnrolments(5).headerOnly(RecordKind.ENROLMENT));
    assertThat(held.status()).isEqualTo(SnapshotStatus.HELD);
    intake.approve(held.snapshot());
    assertThat(enrolments(district)).isZero();

    deliver(district, FakeSnapshot.of(oneClassOf(5)));
    assertThat(enrolments(district)).isEqualTo(5);
  }
}
