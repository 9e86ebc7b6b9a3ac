package org.rollbook.core.share;

/**
 * A text is no rule. The message says in its first line what was expected where, and shows the
 * place in two more; it is for the person who wrote the text.
 */
public final class UnreadableRule extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** How much of the text is shown on either side of the place. */
  private static final int SHOWN = 40;

  private final int index;

  UnreadableRule(String text, int index, String problem) {
    super(problem + ", at character " + characterAt(text, index) + "\n" + shown(text, index));
    this.index = index;
  }

  /** Where in the text, counted as {@link String#charAt} counts; its length at the end. */
  public int index() {
    return index;
  }

  private static int characterAt(String text, int index) {
    return text.codePointCount(0, index) + 1;
  }

  private static String shown(String text, int index) {
    int from = Math.max(0, index - SHOWN);
    int to = Math.min(text.length(), index + SHOWN);
    String excerpt = text.substring(from, to).replaceAll("\\p{Cntrl}", " ");
    int before = text.codePointCount(from, index);
    return "  " + excerpt + "\n  " + " ".repeat(before) + "^";
  }
}
