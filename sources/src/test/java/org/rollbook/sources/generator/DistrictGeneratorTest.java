package org.rollbook.sources.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistrictGeneratorTest {
  private static final GeneratorSettings SMALL =
      GeneratorSettings.of(1000, 42).withDays(3).withStudentsWithContacts(0.4);

  @TempDir Path folder;

  @Test
  void equal_settings_make_files_that_are_equal_byte_for_byte() throws IOException {
    new DistrictGenerator(SMALL).generate(folder.resolve("one"), Progress.unwatched());
    new DistrictGenerator(SMALL).generate(folder.resolve("two"), Progress.unwatched());

    assertThat(digests(folder.resolve("one"))).isEqualTo(digests(folder.resolve("two")));
  }

  /** Demos, benchmarks and bug reports name a seed: what it stands for may not change unnoticed. */
  @Test
  void what_a_seed_stands_for_has_not_changed() throws IOException {
    new DistrictGenerator(SMALL).generate(folder, Progress.unwatched());

    assertThat(digest(digests(folder).toString().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("20ca8af181dd4c64ddcb0783b69e8a300a010ba65751f023b64d3bd184aef935");
  }

  @Test
  void another_seed_makes_another_district() throws IOException {
    new DistrictGenerator(GeneratorSettings.of(1000, 1))
        .first()
        .writeCleverCsv(folder.resolve("1"));
    new DistrictGenerator(GeneratorSettings.of(1000, 2))
        .first()
        .writeCleverCsv(folder.resolve("2"));

    assertThat(digests(folder.resolve("1")))
        .doesNotContainValue(digests(folder.resolve("2")).getOrDefault("students.csv", ""));
  }

  @Test
  void days_taken_one_by_one_are_the_days_that_are_written() throws IOException {
    new DistrictGenerator(SMALL).generate(folder.resolve("all"), Progress.unwatched());
    District day1 = new DistrictGenerator(SMALL).first().nextDay();
    day1.writeCleverCsv(folder.resolve("one"));

    assertThat(digests(folder.resolve("one"))).isEqualTo(digests(folder.resolve("all/day-001")));
  }

  @Test
  void every_day_has_a_folder_with_six_files_and_the_listener_hears_of_each() throws IOException {
    List<String> heard = new ArrayList<>();
    List<DaySummary> summaries =
        new DistrictGenerator(SMALL)
            .generate(folder, (day, days, file) -> heard.add(day + " of " + days + " " + file));

    assertThat(summaries).extracting(DaySummary::day).containsExactly(0, 1, 2);
    assertThat(heard).hasSize(18).contains("0 of 3 schools.csv", "2 of 3 enrollments.csv");
    for (String day : List.of("day-000", "day-001", "day-002")) {
      assertThat(digests(folder.resolve(day)))
          .containsOnlyKeys(
              "schools.csv",
              "students.csv",
              "teachers.csv",
              "sections.csv",
              "enrollments.csv",
              "staff.csv");
    }
  }

  @Test
  void days_are_school_days() {
    District friday =
        new DistrictGenerator(GeneratorSettings.of(100, 1).withFirstDay(LocalDate.of(2026, 10, 2)))
            .first();

    assertThat(friday.nextDay().date()).isEqualTo(LocalDate.of(2026, 10, 5));
  }

  @Test
  void every_e_mail_address_of_the_files_has_an_account_and_none_is_given_twice()
      throws IOException {
    District district = new DistrictGenerator(GeneratorSettings.of(3000, 5)).first();
    district.writeCleverCsv(folder);
    DayFiles files = DayFiles.read(folder);
    List<String> accounts = district.accounts().map(GeneratedAccount::email).toList();

    assertThat(accounts).doesNotHaveDuplicates().allMatch(e -> e.endsWith("@district.example"));
    assertThat(accounts)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    column(files.students(), "Student_email"),
                    column(files.teachers(), "Teacher_email"),
                    column(files.staff(), "Staff_email"))
                .flatMap(emails -> emails)
                .toList());
  }

  @Test
  void the_youngest_are_the_ones_without_e_mail() throws IOException {
    var settings = GeneratorSettings.of(2000, 3).withStudentsWithEmail(0.8);
    new DistrictGenerator(settings).first().writeCleverCsv(folder);
    List<Map<String, String>> without =
        DayFiles.read(folder).students().values().stream()
            .filter(row -> row.getOrDefault("Student_email", "").isEmpty())
            .toList();

    assertThat(without).hasSizeBetween(350, 450);
    assertThat(without).extracting(row -> row.get("Grade")).containsOnly("Kindergarten", "1", "2");
  }

  @Test
  void each_contact_is_one_more_row_of_its_student() throws IOException {
    new DistrictGenerator(SMALL).first().writeCleverCsv(folder);
    List<Map<String, String>> rows = DayFiles.rows(folder.resolve("students.csv"));

    assertThat(rows).hasSizeGreaterThan(1200);
    assertThat(rows.stream().map(row -> row.get("Student_id")).distinct()).hasSize(1000);
  }

  private static Stream<String> column(Map<String, Map<String, String>> rows, String column) {
    return rows.values().stream().map(row -> row.getOrDefault(column, ""));
  }

  private static Map<String, String> digests(Path folder) throws IOException {
    Map<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      files.forEach(file -> digests.put(name(folder, file), digest(bytes(file))));
    }
    return digests;
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
