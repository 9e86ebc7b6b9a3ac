package org.rollbook.core.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.share.Selection.ByRules;
import org.rollbook.core.share.Selection.Schools;
import org.rollbook.core.share.Selection.Sections;
import org.rollbook.core.share.Selection.WholeDistrict;

/** H6: who is in a share and by which rule, written as {@code id=rule} in the order of kinds. */
class ShareMembersTest {
  private static final WholeRoster ROSTER = SmallDistrict.roster();

  private static String members(Share share) {
    return SharedRecords.of(ROSTER, share).rules().entrySet().stream()
        .map(entry -> entry.getKey().id() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static Share share(Selection selection, boolean staff, String... exceptions) {
    return new Share(selection, staff, rules(exceptions), new TreeSet<>());
  }

  private static List<Rule> rules(String... texts) {
    return Arrays.stream(texts).map(RuleText::parse).toList();
  }

  private static Selection byRules(String... texts) {
    return new ByRules(rules(texts));
  }

  private static Selection schools(String... ids) {
    return new Schools(
        Stream.of(ids).map(SchoolId::new).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Selection sections(String... ids) {
    return new Sections(
        Stream.of(ids).map(SectionId::new).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void the_whole_district_is_everything_but_staff() {
    assertThat(members(Share.wholeDistrict()))
        .isEqualTo(
            "empty=1 north=1 south=1 t1=1 t2=1 c1=1 c2=1 kim=1 lou=1 mo=1 ann=1 ben=1 cyd=1 dee=1"
                + " algebra=1 biology=1 choir=1");
  }

  @Test
  void staff_comes_with_its_own_tick() {
    assertThat(members(share(new WholeDistrict(), true)))
        .isEqualTo(
            "empty=1 north=1 south=1 t1=1 t2=1 c1=1 c2=1 kim=1 lou=1 mo=1 pat=2 quinn=2"
                + " ann=1 ben=1 cyd=1 dee=1 algebra=1 biology=1 choir=1");
  }

  @Test
  void a_school_brings_its_sections_and_people_and_their_schools() {
    assertThat(members(Share.of(schools("north"))))
        .isEqualTo("north=1 south=1 t1=1 c1=1 kim=1 lou=1 ann=1 ben=1 cyd=1 algebra=1 biology=1");
  }

  @Test
  void of_two_schools_the_first_gives_the_number() {
    assertThat(members(Share.of(schools("south", "north"))))
        .isEqualTo(
            "north=1 south=1 t1=1 t2=2 c1=1 c2=2 kim=1 lou=1 ann=1 ben=1 cyd=1 dee=2"
                + " algebra=1 biology=1 choir=2");
  }

  @Test
  void a_school_without_anybody_is_shared_and_an_unknown_one_is_not() {
    assertThat(members(Share.of(schools("empty", "unknown")))).isEqualTo("empty=1");
  }

  @Test
  void staff_brings_its_schools() {
    assertThat(members(share(schools("unknown"), true))).isEqualTo("north=2 south=2 pat=2 quinn=2");
  }

  @Test
  void a_section_brings_its_people_their_schools_course_and_term() {
    assertThat(members(Share.of(sections("choir"))))
        .isEqualTo("north=1 south=1 t2=1 c2=1 lou=1 ann=1 choir=1");
  }

  @Test
  void a_section_that_names_what_does_not_exist_brings_what_does() {
    assertThat(members(Share.of(sections("biology")))).isEqualTo("north=1 cyd=1 biology=1");
  }

  @Test
  void no_sections_and_unknown_ones_bring_nothing() {
    assertThat(members(Share.of(sections()))).isEmpty();
    assertThat(members(Share.of(schools()))).isEmpty();
    assertThat(members(Share.of(sections("unknown")))).isEmpty();
    assertThat(members(Share.of(byRules("section.name is unknown")))).isEmpty();
  }

  @Test
  void a_person_whom_two_rules_bring_has_the_lower_number() {
    assertThat(members(Share.of(byRules("section.sis_id is choir", "student.sis_id is ann"))))
        .isEqualTo("north=1 south=1 t2=1 c2=1 lou=1 ann=1 choir=1");
    assertThat(members(Share.of(byRules("student.sis_id is ann", "section.sis_id is choir"))))
        .isEqualTo("north=1 south=1 t2=2 c2=2 lou=2 ann=1 choir=2");
  }

  @Test
  void rules_name_people_without_their_sections() {
    assertThat(members(Share.of(byRules("student.grade is 10", "teacher.sis_id is lou"))))
        .isEqualTo("north=1 south=2 lou=2 ben=1");
  }

  @Test
  void rules_name_staff_and_the_tick_brings_the_rest() {
    var principals = byRules("staff.title is Principal");
    assertThat(members(Share.of(principals))).isEqualTo("north=1 pat=1");
    assertThat(members(share(principals, true))).isEqualTo("north=1 south=2 pat=1 quinn=2");
  }

  @Test
  void an_exception_takes_a_person_out_whatever_brings_them() {
    var twice = byRules("section.sis_id is choir", "student.sis_id is ann");
    assertThat(members(share(twice, false, "student.sis_id is ann")))
        .isEqualTo("south=1 t2=1 c2=1 lou=1 choir=1");
    assertThat(members(share(new WholeDistrict(), false, "student.school is north")))
        .isEqualTo(
            "empty=1 north=1 south=1 t1=1 t2=1 c1=1 c2=1 kim=1 lou=1 mo=1 dee=1"
                + " algebra=1 biology=1 choir=1");
  }

  @Test
  void an_exception_takes_teachers_and_staff_out() {
    assertThat(members(share(sections("algebra"), false, "teacher.sis_id is lou")))
        .isEqualTo("north=1 south=1 t1=1 c1=1 kim=1 ann=1 ben=1 algebra=1");
    assertThat(members(share(sections(), true, "staff.title is Principal")))
        .isEqualTo("south=1 quinn=1");
  }

  @Test
  void a_section_that_is_left_out_brings_nobody() {
    assertThat(members(share(sections("algebra", "choir"), false, "section.grade is 9")))
        .isEqualTo("north=2 south=2 t2=2 c2=2 lou=2 ann=2 choir=2");
  }

  @Test
  void people_of_a_section_that_is_left_out_come_if_something_else_brings_them() {
    assertThat(members(share(schools("north"), false, "section.school is north")))
        .isEqualTo("north=1 south=1 kim=1 ann=1 ben=1 cyd=1");
  }

  @Test
  void a_district_without_records_shares_nothing() {
    assertThat(SharedRecords.of(WholeRoster.of(List.of()), Share.wholeDistrict()).rules())
        .isEmpty();
  }

  @Test
  void the_reasons_have_numbers_and_words() {
    assertThat(ShareRule.of(share(schools("s2", "s1"), true, "student.grade in K")))
        .extracting(rule -> rule.number() + " " + rule.kind().word() + ": " + rule.text())
        .containsExactly(
            "1 school: school s1",
            "2 school: school s2",
            "3 staff: staff",
            "4 except: except student.grade is any of Kindergarten");
    assertThat(ShareRule.of(Share.of(sections("1 b"))))
        .extracting(ShareRule::text)
        .containsExactly("section 1 b");
    assertThat(ShareRule.of(Share.wholeDistrict()))
        .extracting(ShareRule::text)
        .containsExactly("all");
    assertThat(ShareRule.of(Share.of(byRules("section.name is a b"))))
        .extracting(ShareRule::text)
        .containsExactly("section.name is \"a b\"");
  }

  @Test
  void a_roster_has_no_record_twice() {
    var school = ROSTER.records().firstEntry().getValue();
    assertThatThrownBy(() -> WholeRoster.of(List.of(school, school)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("twice");
  }
}
