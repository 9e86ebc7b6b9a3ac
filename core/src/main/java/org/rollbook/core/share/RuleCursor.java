package org.rollbook.core.share;

import java.util.List;

/** A place in a rule's text; what is taken lies behind it. It never rests on white space. */
final class RuleCursor {
  private static final List<String> AND = List.of("and");

  private final String text;
  private int at;

  RuleCursor(String text) {
    this.text = text;
    if (text.length() > RuleText.LONGEST) {
      throw problem(
          RuleText.LONGEST, "a rule has at most " + RuleText.LONGEST + " characters: make several");
    }
    skipSpace();
  }

  int index() {
    return at;
  }

  void backTo(int index) {
    at = index;
  }

  boolean isAtEnd() {
    return at == text.length();
  }

  UnreadableRule problem(String problem) {
    return problem(at, problem);
  }

  UnreadableRule problem(int index, String problem) {
    return new UnreadableRule(text, index, problem);
  }

  /** Takes letters, digits, underscores and hyphens; empty when there are none. */
  String word() {
    int from = at;
    while (!isAtEnd() && isOfWord(text.charAt(at))) {
      at++;
    }
    String word = text.substring(from, at);
    skipSpace();
    return word;
  }

  private static boolean isOfWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '-';
  }

  boolean takeIf(char character) {
    boolean there = !isAtEnd() && text.charAt(at) == character;
    if (there) {
      at++;
      skipSpace();
    }
    return there;
  }

  void take(char character, String expected) {
    if (!takeIf(character)) {
      throw problem(expected);
    }
  }

  /**
   * Takes these words if they are all there, each followed by a space, a quoted value or the end.
   */
  boolean takeWords(List<String> words) {
    int from = at;
    for (String word : words) {
      if (!isWordAt(at, word)) {
        at = from;
        return false;
      }
      at += word.length();
      skipSpace();
    }
    return true;
  }

  private boolean isWordAt(int index, String word) {
    int after = index + word.length();
    return text.regionMatches(true, index, word, 0, word.length())
        && (after == text.length()
            || Character.isWhitespace(text.charAt(after))
            || text.charAt(after) == '"');
  }

  void takeAnd() {
    if (!takeWords(AND)) {
      throw problem(
          "expected 'and' or the end (a value with a comma or a quotation mark in it stands in"
              + " quotation marks, and a list needs 'is any of' or 'is none of')");
    }
  }

  /** Takes a value up to a comma, the word 'and' or the end; empty when one of these is next. */
  String bare() {
    int from = at;
    while (!isAtEnd() && text.charAt(at) != ',' && !isAndNext()) {
      if (text.charAt(at) == '"') {
        throw problem("a value with a quotation mark in it stands in quotation marks, doubling it");
      }
      at++;
    }
    String value = text.substring(from, at).strip();
    skipSpace();
    return value;
  }

  private boolean isAndNext() {
    char before = text.charAt(at - 1);
    return (Character.isWhitespace(before) || before == ',') && isWordAt(at, "and");
  }

  /** Takes a value in quotation marks; the cursor is at the first of them. */
  String quoted() {
    int opened = at++;
    var value = new StringBuilder();
    while (!isAtEnd()) {
      char character = text.charAt(at++);
      if (character != '"') {
        value.append(character);
      } else if (!isAtEnd() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else {
        skipSpace();
        return value.toString();
      }
    }
    throw problem(opened, "the quotation mark is never closed");
  }

  boolean isQuoteNext() {
    return !isAtEnd() && text.charAt(at) == '"';
  }

  private void skipSpace() {
    while (!isAtEnd() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
