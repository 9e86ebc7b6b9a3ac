package org.rollbook.sources.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestedEventsTest {
  @TempDir Path folder;

  @Test
  void at_rollover_everybody_is_promoted_and_the_top_grade_leaves() throws IOException {
    DayFiles before = write(rollover());
    DayFiles after = write(rollover().nextDay());

    before
        .students()
        .forEach((id, row) -> {
          String grade = row.getOrDefault("Grade", "");
          Map<String, String> next = after.students().getOrDefault(id, Map.of());
          assertThat(next.getOrDefault("Grade", "gone")).isEqualTo(promoted(grade));
          if (!next.isEmpty()) {
            assertThat(next.get("DOB")).isEqualTo(row.get("DOB"));
            assertThat(next.get("Graduation_year")).isEqualTo(row.get("Graduation_year"));
            assertThat(next.get("Student_email")).isEqualTo(row.get("Student_email"));
          }
        });
    Set<String> newcomers = new HashSet<>(after.students().keySet());
    newcomers.removeAll(before.students().keySet());
    assertThat(newcomers).isNotEmpty().allMatch(id -> "Kindergarten".equals(grade(after, id)));
  }

  @Test
  void at_rollover_every_section_is_replaced_and_most_teachers_stay() throws IOException {
    DayFiles before = write(rollover());
    DayFiles after = write(rollover().nextDay());

    assertThat(after.sections().keySet())
        .isNotEmpty()
        .doesNotContainAnyElementsOf(before.sections().keySet());
    Set<String> staying = new HashSet<>(before.teachers().keySet());
    staying.retainAll(after.teachers().keySet());
    assertThat(staying).hasSizeGreaterThan(before.teachers().size() * 8 / 10);
    assertThat(1.0 * after.enrolments().size() / after.students().size()).isBetween(8.5, 9.5);
  }

  @Test
  void a_rollover_tells_its_own_counts() throws IOException {
    District district = rollover();
    DayFiles before = write(district);
    District next = district.nextDay();
    DayFiles after = write(next);

    assertThat(next.summary().moves()).hasSize(1);
    assertThat(next.summary().moves().getFirst())
        .isInstanceOfSatisfying(
            Move.YearRolledOver.class,
            move -> {
              assertThat(move.promoted() + move.graduated()).isEqualTo(before.students().size());
              assertThat(move.promoted() + move.arrived()).isEqualTo(after.students().size());
              assertThat(move.sectionsClosed()).isEqualTo(before.sections().size());
              assertThat(move.sectionsOpened()).isEqualTo(after.sections().size());
              assertThat(move.teachersHired() - move.teachersLeft())
                  .isEqualTo(after.teachers().size() - before.teachers().size());
              assertThat(move.sentence()).contains("2026-27", "2027-28");
            });
  }

  @ParameterizedTest
  @EnumSource
  void a_broken_export_is_told_and_is_over_on_the_next_day(RequestedEvent.Kind kind)
      throws IOException {
    District broken = broken(kind);
    District healed = broken.nextDay();

    assertThat(broken.summary().moves()).filteredOn(Move.ExportBroken.class::isInstance).hasSize(1);
    RosterRules.assertHold(write(healed));
    assertThat(healed.summary().moves()).noneMatch(Move.ExportBroken.class::isInstance);
  }

  @Test
  void truncated_enrolments_end_inside_a_row() throws IOException {
    District district = broken(RequestedEvent.Kind.TRUNCATED_ENROLMENTS);
    district.writeCleverCsv(folder);
    List<String> lines =
        Files.readString(folder.resolve("enrollments.csv"), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(1.0 * lines.size() / district.size().enrolments()).isBetween(0.55, 0.65);
    assertThat(lines.getLast().length()).isLessThan(lines.get(1).length());
  }

  @Test
  void empty_sections_have_a_header_and_no_row() throws IOException {
    broken(RequestedEvent.Kind.EMPTY_SECTIONS).writeCleverCsv(folder);

    assertThat(folder.resolve("sections.csv")).content().startsWith("School_id,").hasLineCount(1);
    assertThat(DayFiles.rows(folder.resolve("enrollments.csv"))).isNotEmpty();
  }

  @Test
  void the_missing_column_is_the_section_s_teacher() throws IOException {
    broken(RequestedEvent.Kind.MISSING_COLUMN).writeCleverCsv(folder);
    Map<String, String> row = DayFiles.rows(folder.resolve("sections.csv")).getFirst();

    assertThat(row).doesNotContainKey("Teacher_id").containsKeys("Section_id", "Teacher_2_id");
  }

  @Test
  void new_section_ids_are_new_in_both_files() throws IOException {
    District district = broken(RequestedEvent.Kind.NEW_SECTION_IDS);
    DayFiles files = write(district);

    RosterRules.assertHold(files);
    assertThat(files.sections().keySet())
        .hasSize((int) district.size().sections())
        .doesNotContainAnyElementsOf(district.sections().map(GeneratedSection::id).toList());
  }

  @Test
  void of_half_a_school_every_other_student_is_missing_with_all_enrolments() throws IOException {
    District district = broken(RequestedEvent.Kind.HALF_A_SCHOOL_MISSING);
    DayFiles files = write(district);
    List<GeneratedStudent> missing =
        district.students().filter(s -> !files.students().containsKey(s.id())).toList();
    int school = missing.getFirst().school();
    long inSchool = district.students().filter(s -> s.school() == school).count();

    assertThat(missing).allMatch(student -> student.school() == school);
    assertThat(1.0 * missing.size() / inSchool).isBetween(0.4, 0.6);
    assertThat(files.enrolments())
        .noneMatch(e -> !files.students().containsKey(e.substring(e.indexOf('/') + 1)));
  }

  private static String grade(DayFiles files, String student) {
    return files.students().getOrDefault(student, Map.of()).getOrDefault("Grade", "");
  }

  private static String promoted(String grade) {
    return switch (grade) {
      case "Kindergarten" -> "1";
      case "12" -> "gone";
      default -> Integer.toString(Integer.parseInt(grade) + 1);
    };
  }

  private static District rollover() {
    return new DistrictGenerator(GeneratorSettings.of(1500, 8).with(new RequestedEvent.Rollover(1)))
        .first();
  }

  private static District broken(RequestedEvent.Kind kind) {
    return new DistrictGenerator(
            GeneratorSettings.of(1000, 6).with(new RequestedEvent.BrokenExport(1, kind)))
        .first()
        .nextDay();
  }

  private DayFiles write(District district) throws IOException {
    Path day = folder.resolve("day-" + district.day());
    district.writeCleverCsv(day);
    return DayFiles.read(day);
  }
}
