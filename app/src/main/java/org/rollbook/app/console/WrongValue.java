package org.rollbook.app.console;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** A value that an option cannot have, in a person's words and with one that it can have. */
public final class WrongValue {
  private record Wanted(String what, String example) {}

  private static final Wanted WHOLE = new Wanted("a whole number", "10");
  private static final Wanted NUMBER = new Wanted("a number", "0.5");

  private static final Map<Class<?>, Wanted> WANTED =
      Map.of(
          int.class, WHOLE,
          long.class, WHOLE,
          Integer.class, WHOLE,
          Long.class, WHOLE,
          double.class, NUMBER,
          Double.class, NUMBER,
          LocalDate.class, new Wanted("a date", "2026-09-08"));

  private WrongValue() {}

  /** Empty when something else is wrong, or where the failure's own words are the best. */
  public static Optional<String> says(ParameterException failure) {
    ArgSpec argument = failure.getArgSpec();
    // Neither is there where no option is at fault.
    if (argument == null || failure.getValue() == null) {
      return Optional.empty();
    }
    return Optional.ofNullable(WANTED.get(type(argument)))
        .map(wanted ->
            "%s takes %s, as in %s, not '%s'."
                .formatted(
                    name(argument),
                    wanted.what(),
                    Optional.ofNullable(argument.defaultValue()).orElse(wanted.example()),
                    failure.getValue()));
  }

  private static Class<?> type(ArgSpec argument) {
    Class<?>[] inside = argument.auxiliaryTypes();
    return inside.length > 0 ? inside[0] : argument.type();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
