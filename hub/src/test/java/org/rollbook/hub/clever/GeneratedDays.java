package org.rollbook.hub.clever;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.sources.generator.District;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;

/** A generated district that lives on day by day in a house. */
final class GeneratedDays {
  private final CleverHouse house;
  private final DistrictKey key;
  private District today;

  GeneratedDays(CleverHouse house, int students, long seed) {
    this.house = house;
    this.today =
        new DistrictGenerator(
                GeneratorSettings.of(students, seed).withDays(30).withStudentsWithContacts(0.4))
            .first();
    this.key = house.newDistrict(written());
  }

  DistrictKey key() {
    return key;
  }

  /** The next morning's files are taken in and published. */
  void nextDay() {
    today = today.nextDay();
    house.deliver(key, written());
  }

  private Path written() {
    try {
      Path folder = Files.createTempDirectory("rollbook-day-");
      today.writeCleverCsv(folder);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything, staff too, but for these fields. */
  static Share everythingBut(SharedField... refused) {
    return new Share(
        new Selection.WholeDistrict(), true, List.of(), new TreeSet<>(List.of(refused)));
  }

  /** All schools but the last, and no staff, whom no school brings. */
  Share withoutTheLastSchool() {
    var schools =
        house
            .node()
            .database()
            .jdbc()
            .sql(
                """
                select s.source_id from school s join district d on d.id = s.district_id
                where d.key = :key and s.deleted_event is null order by s.id
                """)
            .param("key", key.value())
            .query(String.class)
            .list();
    return Share.of(
        new Selection.Schools(
            schools.subList(0, schools.size() - 1).stream()
                .map(SchoolId::new)
                .collect(Collectors.toCollection(TreeSet::new))));
  }
}
