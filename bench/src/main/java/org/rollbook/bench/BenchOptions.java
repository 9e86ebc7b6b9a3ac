package org.rollbook.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asked for.
 *
 * @param students the sizes of the districts
 * @param home where the files and the embedded database are meanwhile; the system's temporary
 *     folder when absent
 * @param jdbcUrl a PostgreSQL that somebody else runs; an embedded one when absent
 * @param user the role there; its password is in the environment variable {@code PGPASSWORD}
 */
record BenchOptions(
    List<Integer> students,
    boolean json,
    boolean help,
    Optional<Path> home,
    Optional<String> jdbcUrl,
    String user) {
  static final String USAGE =
      """
      Usage: rollbook bench [--students N[,N...]] [--json] [--home DIR]
                            [--jdbc-url URL [--user ROLE]]
      Measures imports, plans and publications against raw COPY and a plain parse of the same
      files, and the API against a plain read of the same records.

        --students N,N   sizes of the districts, from 100 to 1000000 (10000,100000)
        --json           one JSON document on standard output
        --home DIR       where the files and the embedded database are meanwhile, in a folder that
                         is removed at the end (ROLLBOOK_HOME, else the system's temporary folder)
        --jdbc-url URL   a PostgreSQL to use instead of an embedded one; its password is
                         taken from PGPASSWORD. Districts called bench-... are left there.
        --user ROLE      the role there (postgres)
        --help           this help
      """;

  private static final String SAYS_MORE = ". 'rollbook bench --help' says what there is.";

  private static final BenchOptions USUAL =
      new BenchOptions(
          List.of(10_000, 100_000), false, false, Optional.empty(), Optional.empty(), "postgres");

  /**
   * @throws IllegalArgumentException with what is wrong, for a person
   */
  static BenchOptions parse(String[] arguments) {
    BenchOptions options = USUAL;
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      options = options.with(rest.next(), rest);
    }
    return options;
  }

  private BenchOptions with(String option, Iterator<String> rest) {
    return switch (option) {
      case "--json" -> new BenchOptions(students, true, help, home, jdbcUrl, user);
      case "--help", "-h" -> new BenchOptions(students, json, true, home, jdbcUrl, user);
      case "--students" ->
          new BenchOptions(sizes(value(option, rest)), json, help, home, jdbcUrl, user);
      case "--home" ->
          new BenchOptions(
              students, json, help, Optional.of(Path.of(value(option, rest))), jdbcUrl, user);
      case "--jdbc-url" ->
          new BenchOptions(students, json, help, home, Optional.of(value(option, rest)), user);
      case "--user" -> new BenchOptions(students, json, help, home, jdbcUrl, value(option, rest));
      default -> throw refused("There is no option " + option);
    };
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw refused(option + " needs a value");
    }
    return rest.next();
  }

  private static List<Integer> sizes(String text) {
    List<Integer> sizes = Arrays.stream(text.split(",", -1)).map(BenchOptions::size).toList();
    if (sizes.stream().anyMatch(size -> size < 100 || size > 1_000_000)) {
      throw refused("--students takes sizes from 100 to 1000000");
    }
    return sizes;
  }

  private static int size(String text) {
    try {
      return Integer.parseInt(text.strip().replace("_", ""));
    } catch (NumberFormatException e) {
      throw refused("--students takes numbers, not '" + text + "'", e);
    }
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(why + SAYS_MORE);
  }

  private static IllegalArgumentException refused(String why, Throwable cause) {
    return new IllegalArgumentException(why + SAYS_MORE, cause);
  }
}
