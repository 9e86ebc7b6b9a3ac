package org.rollbook.sources.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistrictSizeTest {
  @ParameterizedTest
  @ValueSource(ints = {1000, 2000, 7500, 30_000})
  void a_student_has_about_nine_enrolments_and_a_class_18_to_32_students(int students) {
    District district = new DistrictGenerator(GeneratorSettings.of(students, 17)).first();
    District.Size size = district.size();
    List<Integer> classes = district.sections().map(GeneratedSection::size).toList();
    long usual = classes.stream().filter(each -> each >= 18 && each <= 32).count();

    assertThat(size.students()).isEqualTo(students);
    assertThat(1.0 * size.enrolments() / students).isBetween(8.5, 9.5);
    assertThat(1.0 * usual / classes.size()).isGreaterThan(0.97);
    assertThat(classes).allMatch(each -> each >= 10 && each <= 36);
  }

  @Test
  void a_year_of_moves_leaves_a_district_its_size() {
    District district = new DistrictGenerator(GeneratorSettings.of(1000, 17)).first();
    District.Size first = district.size();
    for (int day = 1; day <= 180; day++) {
      district = district.nextDay();
    }

    assertThat(1.0 * district.size().students() / first.students()).isBetween(0.98, 1.02);
    assertThat(1.0 * district.size().sections() / first.sections()).isBetween(0.95, 1.1);
    assertThat(1.0 * district.size().enrolments() / first.enrolments()).isBetween(0.98, 1.02);
  }

  @Test
  void one_section_in_ten_is_co_taught() {
    District district = new DistrictGenerator(GeneratorSettings.of(10_000, 17)).first();
    double coTaught = district.sections().filter(s -> !s.coTeachers().isEmpty()).count();

    assertThat(coTaught / district.size().sections()).isBetween(0.08, 0.12);
  }

  @Test
  void a_secondary_teacher_has_five_or_six_sections_an_elementary_teacher_up_to_three() {
    District district = new DistrictGenerator(GeneratorSettings.of(10_000, 17)).first();
    Map<Integer, Long> loads =
        district
            .sections()
            .collect(Collectors.groupingBy(GeneratedSection::teacher, Collectors.counting()));
    List<Long> elementary = loads(district, loads, true);
    List<Long> secondary = loads(district, loads, false);

    assertThat(elementary).allMatch(load -> load >= 1 && load <= 3);
    assertThat(secondary).allMatch(load -> load >= 1 && load <= 6);
    assertThat(secondary.stream().mapToLong(load -> load).average().orElse(0)).isBetween(4.8, 6.0);
  }

  private static List<Long> loads(District district, Map<Integer, Long> loads, boolean elementary) {
    return district
        .teachers()
        .filter(teacher -> teacher.department().elementary() == elementary)
        .map(teacher -> loads.getOrDefault(teacher.number(), 0L))
        .toList();
  }

  @Test
  void schools_are_as_large_as_their_level_has_them() {
    District district = new DistrictGenerator(GeneratorSettings.of(60_000, 17)).first();
    Map<Level, Double> perSchool =
        district
            .students()
            .collect(
                Collectors.groupingBy(
                    student -> Level.of(student.grade()),
                    Collectors.collectingAndThen(
                        Collectors.groupingBy(GeneratedStudent::school, Collectors.counting()),
                        schools ->
                            schools.values().stream().mapToLong(s -> s).average().orElse(0))));

    assertThat(perSchool.get(Level.ELEMENTARY)).isBetween(400.0, 500.0);
    assertThat(perSchool.get(Level.MIDDLE)).isBetween(630.0, 770.0);
    assertThat(perSchool.get(Level.HIGH)).isBetween(1080.0, 1320.0);
  }

  @Test
  void homonyms_happen() {
    District district = new DistrictGenerator(GeneratorSettings.of(2000, 17)).first();
    List<String> names = district.students().map(s -> s.given() + " " + s.family()).toList();

    assertThat(names.stream().distinct().count()).isLessThan(names.size());
  }

  @Test
  void no_two_names_fold_to_the_same_letters_of_an_address() {
    var names = new Names();
    List<String> given =
        IntStream.range(0, names.givenCount()).mapToObj(names::givenFolded).toList();
    List<String> family =
        IntStream.range(0, names.familyCount()).mapToObj(names::familyFolded).toList();

    assertThat(given).hasSizeGreaterThan(300).doesNotHaveDuplicates().allMatch(n -> n.length() > 1);
    assertThat(family).hasSizeGreaterThan(300).doesNotHaveDuplicates();
  }
}
