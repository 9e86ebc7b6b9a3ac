package org.rollbook.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollbook.core.share.Rule.Subject;

/** Rules are stored as text, so whatever a rule holds comes back. */
class RuleRoundTripTest {
  private static final int RULES = 5_000;
  private static final List<String> PIECES =
      List.of(
          " ",
          "  ",
          ",",
          "\"",
          "\"\"",
          "and",
          " and ",
          "AND",
          "any",
          "of",
          "not",
          "in",
          "is",
          "none",
          "contains",
          "..",
          "3..6",
          "3",
          "10",
          "K",
          "pk",
          "Kindergarten",
          "Other",
          "Math",
          "AP ",
          "maria@d.org",
          "O'Brien",
          "é",
          "Ünal",
          "İ",
          "ſ",
          "😀",
          "\u00a0",
          "\u2003",
          "\u3000",
          "\t",
          "\n",
          "\u0000",
          "\\",
          "-",
          "_",
          ".",
          "section.",
          "section.grade is 3");

  private static Rule rule(SplittableRandom random) {
    var subject = oneOf(List.of(Subject.values()), random);
    var conditions =
        IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(_ -> condition(subject, random));
    return new Rule(subject, conditions.toList());
  }

  private static Condition condition(Subject subject, SplittableRandom random) {
    var fields = Arrays.stream(RuleField.values()).filter(field -> field.isOf(subject)).toList();
    var test = oneOf(List.of(Condition.Test.values()), random);
    int count = test.isOfList() ? 1 + random.nextInt(4) : 1;
    var values = IntStream.range(0, count).mapToObj(_ -> value(random)).toList();
    return new Condition(oneOf(fields, random), test, values);
  }

  private static String value(SplittableRandom random) {
    var value = text(PIECES, 1 + random.nextInt(3), random);
    return value.isBlank() ? "x" + value : value;
  }

  private static String text(List<String> pieces, int count, SplittableRandom random) {
    return IntStream.range(0, count)
        .mapToObj(_ -> oneOf(pieces, random))
        .collect(Collectors.joining());
  }

  private static <T> T oneOf(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }

  @Test
  void what_is_written_is_read_back() {
    for (long seed = 0; seed < RULES; seed++) {
      var rule = rule(new SplittableRandom(seed));
      var text = RuleText.print(rule);
      assertThat(RuleText.parse(text)).as("seed %s: %s", seed, text).isEqualTo(rule);
    }
  }

  @Test
  void any_text_is_a_rule_with_one_way_to_write_it_or_is_refused_with_its_place() {
    var words =
        List.of(
            "section",
            "student",
            ".",
            "name",
            "grade",
            " is ",
            " in ",
            " not ",
            " and ",
            ",",
            "\"",
            "a",
            " ",
            "3..6",
            "any of ",
            "none of ",
            "section.name is ",
            "student.grade in ",
            "K");
    int rules = 0;
    for (long seed = 0; seed < RULES * 5; seed++) {
      var random = new SplittableRandom(seed);
      var text =
          oneOf(words.subList(words.size() - 3, words.size()), random)
              + text(words, random.nextInt(7), random);
      try {
        var canonical = RuleText.print(RuleText.parse(text));
        assertThat(RuleText.print(RuleText.parse(canonical))).as(text).isEqualTo(canonical);
        rules++;
      } catch (UnreadableRule unreadable) {
        assertThat(unreadable.index()).as(text).isBetween(0, text.length());
      }
    }
    assertThat(rules).isGreaterThan(RULES / 10);
  }

  @Test
  void every_range_of_grades_comes_back() {
    var grades = RuleText.parse("student.grade in InfantToddler..PG").conditions().getFirst();
    var all = grades.values();
    assertThat(all).hasSize(19);
    for (int from = 0; from < all.size(); from++) {
      for (int to = from; to < all.size(); to++) {
        var text = "student.grade in " + all.get(from) + ".." + all.get(to);
        var rule = RuleText.parse(text);
        assertThat(rule.conditions().getFirst().values()).isEqualTo(all.subList(from, to + 1));
        assertThat(RuleText.parse(RuleText.print(rule))).isEqualTo(rule);
        assertThat(RuleText.print(rule).equals(text)).as(text).isEqualTo(to - from >= 2);
      }
    }
  }
}
