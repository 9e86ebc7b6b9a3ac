package org.rollbook.registry.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.database.DatabaseSettings;
import org.rollbook.registry.testing.LargeDistrict;

/**
 * Measures imports against raw COPY in one run: {@code Measure [students]}. Not a test: it takes a
 * minute, and what it says depends on the machine.
 */
final class Measure {
  private Measure() {}

  public static void main(String[] arguments) throws IOException {
    int students = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Path home = Files.createTempDirectory("rollbook-measure-");
    timed("database opened the first time", () -> open(home));
    try (Database database = Database.open(new DatabaseSettings.Embedded(home))) {
      timed("opened again while it runs", () -> open(home));
      var intake =
          new Intake(
              database,
              delivery -> new LargeDistrict(students, Integer.parseInt(delivery.toString())),
              InstantSource.system());
      for (int round = 1; round <= 2; round++) {
        var district = new DistrictKey("measured-" + round);
        for (String day : new String[] {"1", "1", "2", "3"}) {
          timed("round %d, day %s".formatted(round, day), () -> take(intake, district, day));
        }
        RawCopy.time(database, district);
      }
    }
  }

  private static void open(Path home) {
    Database.open(new DatabaseSettings.Embedded(home)).close();
  }

  private static void take(Intake intake, DistrictKey district, String day) {
    try {
      ImportReport report = intake.importSnapshot(district, Path.of(day), new Steps());
      System.out.println("  " + report.status() + " " + report.events());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void timed(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    System.out.printf("%-45s %,8d ms%n", what, (System.nanoTime() - start) / 1_000_000);
  }

  private static final class Steps implements Progress {
    private long start = System.nanoTime();

    @Override
    public void step(Step step) {
      long now = System.nanoTime();
      System.out.printf("  %,6d ms until %s%n", (now - start) / 1_000_000, step);
      start = now;
    }

    @Override
    public void rows(RecordKind kind, long rows) {}
  }
}
