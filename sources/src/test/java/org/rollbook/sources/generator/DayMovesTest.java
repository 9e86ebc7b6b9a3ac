package org.rollbook.sources.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayMovesTest {
  private static final LocalDate BEFORE_TERM_TURN = LocalDate.of(2027, 1, 14);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_roster_holds_together_on_every_day(long seed) throws IOException {
    var settings =
        GeneratorSettings.of(200 + (int) seed * 60, seed)
            .withFirstDay(BEFORE_TERM_TURN)
            .withStudentsWithEmail(0.9)
            .with(new RequestedEvent.Rollover(9));
    District district = new DistrictGenerator(settings).first();
    for (int day = 0; day <= 12; day++) {
      RosterRules.assertHold(files(district));
      district = district.nextDay();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void the_day_s_summary_is_the_difference_of_the_files(long seed) throws IOException {
    District district = new DistrictGenerator(GeneratorSettings.of(900, seed)).first();
    DayFiles yesterday = files(district);
    for (int day = 1; day <= 10; day++) {
      district = district.nextDay();
      DayFiles today = files(district);
      var expected = new Retelling(yesterday);
      district.summary().moves().forEach(expected::happens);
      Set<String> newcomers = new HashSet<>(today.students().keySet());
      newcomers.removeAll(yesterday.students().keySet());
      assertThat(new Retelling(today).withNewcomers(newcomers).told()).isEqualTo(expected.told());
      yesterday = today;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = 14)
  void nothing_changes_in_a_row_that_no_move_explains(long seed) throws IOException {
    District district = new DistrictGenerator(GeneratorSettings.of(2000, seed)).first();
    DayFiles yesterday = files(district);
    for (int day = 1; day <= 6; day++) {
      district = district.nextDay();
      DayFiles today = files(district);
      assertThat(today.schools()).isEqualTo(yesterday.schools());
      assertThat(today.staff()).isEqualTo(yesterday.staff());
      assertThat(changedColumns(yesterday.teachers(), today.teachers())).isEmpty();
      assertThat(changedColumns(yesterday.sections(), today.sections()))
          .isSubsetOf("Name", "Teacher_id", "Teacher_2_id", "Teacher_3_id");
      assertThat(changedColumns(yesterday.students(), today.students()))
          .isSubsetOf("Last_name", "Student_email", "School_id", "Student_city");
      assertThat(changedRows(yesterday.students(), today.students()))
          .isEqualTo(toldToHaveChanged(district.summary()));
      yesterday = today;
    }
  }

  private static Set<String> changedRows(
      Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
    return after.entrySet().stream()
        .filter(row -> !row.getValue().equals(before.getOrDefault(row.getKey(), row.getValue())))
        .map(row -> row.getKey())
        .collect(Collectors.toSet());
  }

  private static Set<String> changedColumns(
      Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
    Set<String> columns = new HashSet<>();
    after.forEach((id, row) -> {
      Map<String, String> former = before.getOrDefault(id, row);
      row.forEach((column, value) -> {
        if (!value.equals(former.get(column))) {
          columns.add(column);
        }
      });
    });
    return columns;
  }

  private static Set<String> toldToHaveChanged(DaySummary summary) {
    Set<String> students = new HashSet<>();
    for (Move move : summary.moves()) {
      if (move instanceof Move.EmailChanged changed) {
        students.add(changed.student().id());
      } else if (move instanceof Move.SchoolChanged changed) {
        students.add(changed.student().id());
      }
    }
    return students;
  }

  @Test
  void every_kind_of_move_happens_within_a_few_days_in_a_small_district() {
    List<Move> moves = new ArrayList<>();
    District district = new DistrictGenerator(GeneratorSettings.of(2000, 9)).first();
    for (int day = 1; day <= 4; day++) {
      district = district.nextDay();
      moves.addAll(district.summary().moves());
    }

    assertThat(moves.stream().map(Object::getClass).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            Move.StudentArrived.class,
            Move.StudentLeft.class,
            Move.SchoolChanged.class,
            Move.SectionMove.class,
            Move.EmailChanged.class,
            Move.TeacherReplaced.class,
            Move.CoTeacherJoined.class,
            Move.CoTeacherLeft.class,
            Move.SectionAdded.class,
            Move.SectionDropped.class);
  }

  @Test
  void about_three_of_a_thousand_enrolments_change_on_a_day() throws IOException {
    District first = new DistrictGenerator(GeneratorSettings.of(20_000, 21)).first();
    Set<String> before = files(first).enrolments();
    Set<String> gone = new HashSet<>(before);
    gone.removeAll(files(first.nextDay()).enrolments());

    assertThat(gone.size() * 1000.0 / before.size()).isBetween(1.5, 4.5);
  }

  @Test
  void nobody_ever_has_two_sections_at_the_same_time() throws IOException {
    District district = new DistrictGenerator(GeneratorSettings.of(2000, 31)).first();
    for (int day = 0; day <= 8; day++) {
      district = district.nextDay();
    }

    assertThat(clashes(files(district))).isEmpty();
  }

  @Test
  void when_the_term_turns_the_semester_s_sections_are_others() throws IOException {
    var settings = GeneratorSettings.of(1000, 4).withFirstDay(LocalDate.of(2027, 1, 19));
    District last = new DistrictGenerator(settings).first();
    District turned = last.nextDay();
    DayFiles before = files(last);
    DayFiles after = files(turned);

    assertThat(turned.summary().moves()).hasSize(1);
    assertThat(turned.summary().moves().getFirst()).isInstanceOf(Move.TermTurned.class);
    assertThat(sectionsIn(before, "S1")).isNotEmpty();
    assertThat(sectionsIn(before, "S2")).isEmpty();
    assertThat(sectionsIn(after, "S1")).isEmpty();
    assertThat(sectionsIn(after, "S2")).hasSameSizeAs(sectionsIn(before, "S1"));
    assertThat(sectionsIn(after, "Year")).isEqualTo(sectionsIn(before, "Year"));
    assertThat(before.sections().keySet()).doesNotContainAnyElementsOf(sectionsIn(after, "S2"));
  }

  private static Set<String> sectionsIn(DayFiles files, String term) {
    return files.sections().entrySet().stream()
        .filter(entry -> term.equals(entry.getValue().get("Term_name")))
        .map(entry -> entry.getKey())
        .collect(Collectors.toSet());
  }

  /** The students who have two sections in one period. */
  private static Set<String> clashes(DayFiles files) {
    Set<String> taken = new HashSet<>();
    Set<String> clashing = new HashSet<>();
    for (String enrolment : files.enrolments()) {
      String student = enrolment.substring(enrolment.indexOf('/') + 1);
      String section = enrolment.substring(0, enrolment.indexOf('/'));
      String period = files.sections().getOrDefault(section, Map.of()).getOrDefault("Period", "");
      if (!period.isEmpty() && !taken.add(student + " in period " + period)) {
        clashing.add(student);
      }
    }
    return clashing;
  }

  private DayFiles files(District district) throws IOException {
    Path day = folder.resolve("day-" + district.day());
    district.writeCleverCsv(day);
    return DayFiles.read(day);
  }
}
