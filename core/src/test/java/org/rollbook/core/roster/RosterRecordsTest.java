package org.rollbook.core.roster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Records refuse what they say they refuse, and copy what could be changed behind their back. */
class RosterRecordsTest {
  private static final List<Function<String, Object>> TEXTS =
      List.of(
          SchoolId::new,
          TermId::new,
          CourseId::new,
          TeacherId::new,
          StaffId::new,
          StudentId::new,
          SectionId::new,
          first -> new PersonName(first, "", "Hill"),
          last -> new PersonName("Ada", "", last),
          name -> new Contact(name, Attributes.NONE),
          name -> new School(new SchoolId("1"), name, Attributes.NONE),
          name -> section(name, Optional.empty(), List.of()),
          id -> RecordKey.of(RecordKind.SCHOOL, id));

  private static Section section(
      String name, Optional<TeacherId> primary, List<TeacherId> coTeachers) {
    return new Section(
        new SectionId("1"),
        new SchoolId("1"),
        name,
        primary,
        coTeachers,
        Optional.empty(),
        Optional.empty(),
        Attributes.NONE);
  }

  @Test
  void text_that_is_never_empty_is_neither_blank_nor_untrimmed() {
    for (var record : TEXTS) {
      for (var wrong : List.of("", " ", "\t", " x", "x ", "x\u2003")) {
        assertThatThrownBy(() -> record.apply(wrong))
            .as("'%s'", wrong)
            .isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(record.apply("x y")).isNotNull();
    }
  }

  @Test
  void a_record_id_is_positive_and_written_as_24_hex_digits_in_its_order() {
    assertThatThrownBy(() -> new RecordId(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RecordId(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new RecordId(255).hex()).isEqualTo("0000000000000000000000ff");
    assertThat(new RecordId(9).hex()).isLessThan(new RecordId(10).hex());
  }

  @Test
  void an_enrolment_and_nothing_else_names_a_student() {
    assertThatThrownBy(() -> new RecordKey(RecordKind.ENROLMENT, "1", ""))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RecordKey(RecordKind.SECTION, "1", "2"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(RecordKey.of(new SectionId("1"), new StudentId("2")).student()).isEqualTo("2");
  }

  @Test
  void a_primary_teacher_is_no_co_teacher() {
    var ada = new TeacherId("ada");
    assertThatThrownBy(() -> section("Biology", Optional.of(ada), List.of(ada)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void attributes_have_names_and_values_and_do_not_change_afterwards() {
    assertThatThrownBy(() -> Attributes.of(Map.of(" ", "1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Attributes.of(Map.of("grade", "")))
        .isInstanceOf(IllegalArgumentException.class);
    var values = new TreeMap<>(Map.of("grade", "7"));
    var attributes = new Attributes(values);
    values.put("grade", "8");
    assertThat(attributes.get("grade")).contains("7");
    assertThatThrownBy(() -> attributes.values().put("grade", "9"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void attributes_complete_each_other_and_the_first_to_say_so_is_believed() {
    var merged = Attributes.of(Map.of("a", "1")).orElse(Attributes.of(Map.of("a", "2", "b", "3")));
    assertThat(merged).isEqualTo(Attributes.of(Map.of("a", "1", "b", "3")));
  }

  @Test
  void keys_are_ordered_as_a_database_orders_their_bytes() {
    var ids =
        List.of(
            "", "a", "z", "\u00e9", "\ud7ff", "\ue000", "\uffff", "\ud800\udc00", "\ud834\udd1e");
    var texts = ids.stream().flatMap(one -> ids.stream().map(two -> "k" + one + two)).toList();
    for (var one : texts) {
      for (var two : texts) {
        int bytes =
            Integer.signum(Arrays.compareUnsigned(one.getBytes(UTF_8), two.getBytes(UTF_8)));
        assertThat(Integer.signum(course(one).compareTo(course(two))))
            .as("%s and %s", one, two)
            .isEqualTo(bytes);
        assertThat(Integer.signum(new StudentId(one).compareTo(new StudentId(two))))
            .isEqualTo(bytes);
        assertThat(Integer.signum(enrolment(one).compareTo(enrolment(two)))).isEqualTo(bytes);
      }
    }
  }

  private static RecordKey course(String id) {
    return RecordKey.of(RecordKind.COURSE, id);
  }

  private static RecordKey enrolment(String student) {
    return RecordKey.of(new SectionId("1"), new StudentId(student));
  }
}
