package org.rollbook.learn.classroom;

import java.util.Optional;

/** The fields of this package's forms, and what is wrong with what was typed. */
final class Fields {
  /** As long as {@link org.rollbook.learn.classes.Classes} keeps names. */
  private static final int LONGEST_NAME = 200;

  /** Longer than a code with gaps between its letters. */
  private static final int LONGEST_CODE = 40;

  static final FormField NAME =
      FormField.empty("name", "Name of the class", LONGEST_NAME, "For example: Chess club");

  static final FormField JOIN_CODE =
      FormField.empty(
          "code", "Join code", LONGEST_CODE, "Your teacher has it. Capitals do not matter.");

  static final String TOO_MANY_CODES =
      "Too many wrong codes. Ask your teacher for the code, and try again in a quarter of an hour.";

  private Fields() {}

  /** Absent when a class can have the name. */
  static Optional<String> wrongName(String typed) {
    if (typed.replace("\0", "").isBlank()) {
      return Optional.of("Type a name for the class.");
    }
    return typed.strip().length() > LONGEST_NAME
        ? Optional.of(
            "The name has %d characters; %d are the most."
                .formatted(typed.strip().length(), LONGEST_NAME))
        : Optional.empty();
  }

  static String wrongCode(String typed) {
    return typed.isBlank()
        ? "Type the code that your teacher has given you."
        : "No class has this code now. Look whether you typed it as your teacher gave it to you;"
            + " teachers can change it.";
  }
}
