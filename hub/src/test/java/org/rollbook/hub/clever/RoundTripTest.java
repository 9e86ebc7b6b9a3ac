package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.SnapshotStatus;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverApiPull;
import org.rollbook.sources.cleverapi.Pulled;

/** A hub's API is a source of another hub. */
@ExtendWith(CleverHouse.Open.class)
final class RoundTripTest {
  private final CleverHouse house;
  @TempDir private Path folder;

  RoundTripTest(CleverHouse house) {
    this.house = house;
  }

  @Test
  void H6_a_district_pulled_by_another_hub_has_the_same_people_sections_and_enrolments()
      throws IOException {
    var days = new GeneratedDays(house, 500, 47);
    ApiClient here = house.share(house.newApp(), days.key(), GeneratedDays.everythingBut());
    CleverApi client = house.ourClient(here, 100);
    try (var other = new CleverHouse()) {
      DistrictKey there = other.newDistrict(pulled(client, "first"));
      ApiClient copy = other.share(other.newApp(), there, GeneratedDays.everythingBut());
      assertThat(BySisId.read(copy)).isEqualTo(BySisId.read(here)).hasSizeGreaterThan(500);

      assertThat(other.take(there, pulled(client, "again")).status())
          .isEqualTo(SnapshotStatus.UNCHANGED);

      days.nextDay();
      other.deliver(there, pulled(client, "next day"));
      assertThat(BySisId.read(copy)).isEqualTo(BySisId.read(here));
    }
  }

  private Path pulled(CleverApi client, String name) throws IOException {
    Path into = folder.resolve(name);
    assertThat(CleverApiPull.pull(client, into)).isInstanceOf(Pulled.Complete.class);
    return into;
  }
}
