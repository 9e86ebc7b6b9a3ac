package org.rollbook.learn.classroom;

/**
 * A field of a form.
 *
 * @param value what it shows: what was typed before, when something was wrong with it
 * @param longest how many characters it takes
 * @param hint empty text where none is needed
 * @param error what is wrong and how to do better; empty text when nothing is
 */
record FormField(String name, String label, String value, int longest, String hint, String error) {
  static FormField empty(String name, String label, int longest, String hint) {
    return new FormField(name, label, "", longest, hint, "");
  }

  /** Filled in: an example is of no more use. */
  FormField holding(String typed) {
    return new FormField(name, label, typed, longest, "", error);
  }

  FormField refused(String typed, String why) {
    return new FormField(name, label, typed, longest, hint, why);
  }
}
