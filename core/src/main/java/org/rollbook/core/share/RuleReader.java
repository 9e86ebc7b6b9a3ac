package org.rollbook.core.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rollbook.core.share.Condition.Test;
import org.rollbook.core.share.Rule.Subject;

/** Reads one rule, from left to right. */
final class RuleReader {
  /** How a test may be written. Of two that begin alike the longer stands first. */
  private record Wording(Test test, List<String> words) {
    static Wording of(String words, Test test) {
      return new Wording(test, List.of(words.split(" ")));
    }
  }

  private static final List<Wording> WORDINGS =
      List.of(
          Wording.of("is not any of", Test.NONE_OF),
          Wording.of("is none of", Test.NONE_OF),
          Wording.of("is any of", Test.ANY_OF),
          Wording.of("is not", Test.IS_NOT),
          Wording.of("is", Test.IS),
          Wording.of("contains", Test.CONTAINS),
          Wording.of("not any of", Test.NONE_OF),
          Wording.of("none of", Test.NONE_OF),
          Wording.of("not in", Test.NONE_OF),
          Wording.of("any of", Test.ANY_OF),
          Wording.of("in", Test.ANY_OF));

  private final RuleCursor cursor;

  RuleReader(String text) {
    cursor = new RuleCursor(text);
  }

  Rule read() {
    Subject about = subject();
    var conditions = new ArrayList<Condition>();
    conditions.add(condition(about));
    while (!cursor.isAtEnd()) {
      cursor.takeAnd();
      int at = cursor.index();
      if (subject() != about) {
        throw cursor.problem(
            at,
            "all conditions of a rule are about one kind of record, and this rule is about "
                + about.word()
                + ": make another rule");
      }
      conditions.add(condition(about));
    }
    return new Rule(about, conditions);
  }

  private Subject subject() {
    int at = cursor.index();
    String word = cursor.word();
    var subject =
        Arrays.stream(Subject.values())
            .filter(one -> word.equalsIgnoreCase(one.word()) || isPlural(word, one))
            .findFirst()
            .orElseThrow(() -> cursor.problem(at, "a condition begins with " + fieldsOfAll()));
    cursor.take('.', "expected a full stop and a field: " + fieldsOf(subject));
    return subject;
  }

  private static boolean isPlural(String word, Subject subject) {
    return word.equalsIgnoreCase(subject.word() + "s");
  }

  private static String fieldsOfAll() {
    return "section., student., teacher. or staff. and a field (a value with the word 'and' or a"
        + " comma in it stands in quotation marks)";
  }

  private static String fieldsOf(Subject subject) {
    return Arrays.stream(RuleField.values())
        .filter(field -> field.isOf(subject))
        .map(RuleField::word)
        .collect(Collectors.joining(", ", one(subject) + " has ", ""));
  }

  private static String one(Subject subject) {
    return switch (subject) {
      case SECTION, STUDENT, TEACHER -> "a " + subject.word();
      case STAFF -> "a staff member";
    };
  }

  private Condition condition(Subject about) {
    RuleField field = field(about);
    Test test = test();
    return new Condition(field, test, new RuleValues(cursor, field, test).read());
  }

  private RuleField field(Subject about) {
    int at = cursor.index();
    String word = cursor.word();
    int afterOne = cursor.index();
    // 'sis id' and 'course number' are two words and one field.
    var twoWords = RuleField.named(word + cursor.word());
    if (twoWords.isEmpty()) {
      cursor.backTo(afterOne);
    }
    return twoWords
        .or(() -> RuleField.named(word))
        .filter(field -> field.isOf(about))
        .orElseThrow(() -> cursor.problem(at, about.word() + "." + word + ": " + fieldsOf(about)));
  }

  private Test test() {
    return WORDINGS.stream()
        .filter(wording -> cursor.takeWords(wording.words()))
        .findFirst()
        .map(Wording::test)
        .orElseThrow(() ->
            cursor.problem("expected is, is not, contains, in, is any of, not in or is none of"));
  }
}
