package org.rollbook.sources.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What holds on every day of every district. Duplicate keys are found when the files are read. */
final class RosterRules {
  private final DayFiles files;
  private final List<String> broken = new ArrayList<>();

  private RosterRules(DayFiles files) {
    this.files = files;
  }

  static void assertHold(DayFiles files) {
    var rules = new RosterRules(files);
    rules.everySectionHasStudentsAndTeachersOfTheDistrict();
    rules.everyEnrolmentIsOfAStudentAndASectionOfOneSchoolAndGrade();
    rules.everybodyIsAtASchoolOfTheDistrict();
    rules.nobodySharesAnAddress();
    assertThat(rules.broken).isEmpty();
  }

  private void everySectionHasStudentsAndTeachersOfTheDistrict() {
    check(files.sectionSizes().keySet().equals(files.sections().keySet()), "sections, enrolments");
    files
        .sections()
        .forEach((id, row) -> {
          List<String> teachers = files.teachersOf(id);
          check(!row.getOrDefault("Teacher_id", "").isEmpty(), "no primary teacher: " + row);
          check(files.teachers().keySet().containsAll(teachers), "unknown teacher: " + row);
          check(new HashSet<>(teachers).size() == teachers.size(), "a teacher twice: " + row);
        });
  }

  private void everyEnrolmentIsOfAStudentAndASectionOfOneSchoolAndGrade() {
    for (String enrolment : files.enrolments()) {
      int slash = enrolment.indexOf('/');
      Map<String, String> section =
          files.sections().getOrDefault(enrolment.substring(0, slash), Map.of());
      Map<String, String> student =
          files.students().getOrDefault(enrolment.substring(slash + 1), Map.of());
      for (String column : List.of("School_id", "Grade")) {
        String expected = section.getOrDefault(column, "no section");
        check(expected.equals(student.get(column)), column + " of " + enrolment);
      }
    }
  }

  private void everybodyIsAtASchoolOfTheDistrict() {
    for (var rows : List.of(files.students(), files.teachers(), files.sections(), files.staff())) {
      for (Map<String, String> row : rows.values()) {
        check(files.schools().containsKey(row.getOrDefault("School_id", "")), "school of " + row);
      }
    }
    files
        .students()
        .keySet()
        .forEach(id -> check(!files.teachers().containsKey(id), "both: " + id));
  }

  private void nobodySharesAnAddress() {
    Set<String> addresses = new HashSet<>();
    checkNew(addresses, files.students(), "Student_email");
    checkNew(addresses, files.teachers(), "Teacher_email");
    checkNew(addresses, files.staff(), "Staff_email");
  }

  private void checkNew(
      Set<String> addresses, Map<String, Map<String, String>> rows, String column) {
    for (Map<String, String> row : rows.values()) {
      String address = row.getOrDefault(column, "");
      check(address.isEmpty() || addresses.add(address), "shared address: " + row);
    }
  }

  private void check(boolean holds, String message) {
    if (!holds) {
      broken.add(message);
    }
  }
}
