package org.rollbook.core.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every test of a field against fields with no, one and two values. */
class RuleConditionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          test     | wanted | none  | ab    | AB    | abc   | x     | x,ab
          IS       | aB     | false | true  | true  | false | false | true
          IS_NOT   | aB     | true  | false | false | true  | true  | false
          CONTAINS | aB     | false | true  | true  | true  | false | true
          ANY_OF   | aB     | false | true  | true  | false | false | true
          ANY_OF   | aB,abC | false | true  | true  | true  | false | true
          ANY_OF   | q,abC  | false | false | false | true  | false | false
          NONE_OF  | aB     | true  | false | false | true  | true  | false
          NONE_OF  | aB,abC | true  | false | false | false | true  | false
          NONE_OF  | q,abC  | true  | true  | true  | false | true  | true
          """,
      useHeadersInDisplayName = true)
  void H6_a_condition_looks_at_every_value(
      Condition.Test test,
      String wanted,
      boolean none,
      boolean lower,
      boolean upper,
      boolean longer,
      boolean other,
      boolean two) {
    var condition = new Condition(RuleField.NAME, test, List.of(wanted.split(",")));
    assertThat(condition.isFulfilledBy(List.of())).isEqualTo(none);
    assertThat(condition.isFulfilledBy(List.of("ab"))).isEqualTo(lower);
    assertThat(condition.isFulfilledBy(List.of("AB"))).isEqualTo(upper);
    assertThat(condition.isFulfilledBy(List.of("abc"))).isEqualTo(longer);
    assertThat(condition.isFulfilledBy(List.of("x"))).isEqualTo(other);
    assertThat(condition.isFulfilledBy(List.of("x", "ab"))).isEqualTo(two);
  }

  @Test
  void H6_every_set_of_values_against_every_test() {
    var values = List.of("a", "b", "ab");
    for (var present : subsets(values)) {
      for (var wanted : values) {
        boolean is = present.contains(wanted);
        assertThat(fulfils(present, Condition.Test.IS, List.of(wanted))).isEqualTo(is);
        assertThat(fulfils(present, Condition.Test.IS_NOT, List.of(wanted))).isEqualTo(!is);
        assertThat(fulfils(present, Condition.Test.CONTAINS, List.of(wanted)))
            .isEqualTo(is || present.contains("ab"));
      }
      for (var wanted : subsets(values).stream().filter(set -> !set.isEmpty()).toList()) {
        boolean any = wanted.stream().anyMatch(present::contains);
        assertThat(fulfils(present, Condition.Test.ANY_OF, wanted)).isEqualTo(any);
        assertThat(fulfils(present, Condition.Test.NONE_OF, wanted)).isEqualTo(!any);
      }
    }
  }

  private static boolean fulfils(
      Collection<String> present, Condition.Test test, List<String> wanted) {
    return new Condition(RuleField.NAME, test, wanted).isFulfilledBy(present);
  }

  private static List<List<String>> subsets(List<String> values) {
    var subsets = new ArrayList<List<String>>();
    for (int bits = 0; bits < 1 << values.size(); bits++) {
      var subset = new ArrayList<String>();
      for (int i = 0; i < values.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(values.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  @Test
  void case_is_folded_one_character_for_one() {
    assertThat(Condition.withoutCase("MATH ÄÉÑ ΣΟΦΟΣ ЖЯ")).isEqualTo("math äéñ σοφοσ жя");
    assertThat(Condition.withoutCase("İstanbul ß ẞ ﬁ 𐐀")).isEqualTo("istanbul ß ß ﬁ 𐐨");
  }

  @Test
  void grades_become_those_of_a_roster_where_whole_values_are_compared() {
    var is = new Condition(RuleField.GRADE, Condition.Test.ANY_OF, List.of("pre-k", "03", "Q"));
    assertThat(is.values()).containsExactly("PreKindergarten", "3", "Q");
    var contains = new Condition(RuleField.GRADE, Condition.Test.CONTAINS, List.of("k"));
    assertThat(contains.values()).containsExactly("k");
    var title = new Condition(RuleField.TITLE, Condition.Test.IS, List.of("k"));
    assertThat(title.values()).containsExactly("k");
  }

  @Test
  void a_condition_compares_with_something() {
    assertThatThrownBy(() -> new Condition(RuleField.NAME, Condition.Test.ANY_OF, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition(RuleField.NAME, Condition.Test.IS, List.of(" ")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Condition(RuleField.NAME, Condition.Test.IS, List.of("a", "b")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
