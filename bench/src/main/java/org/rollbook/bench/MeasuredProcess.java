package org.rollbook.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.database.DatabaseSettings;
import org.rollbook.registry.database.DatabaseUnavailable;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.sync.SyncTables;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process that is measured: a JVM of its own with a small heap, so that neither the district's
 * generator nor another size counts. Arguments: number of students, folder, address of the database
 * or nothing, role. On standard output it tells how far it is.
 */
final class MeasuredProcess {
  private static final int SMALL = 30_000;
  private static final int LARGE = 300_000;

  private MeasuredProcess() {}

  /** Where it leaves what it found. */
  static Path report(Path folder) {
    return folder.resolve("report.json");
  }

  public static void main(String[] arguments) throws Exception {
    int students = Integer.parseInt(arguments[0]);
    Path folder = Path.of(arguments[1]);
    double load = Machine.loadNow();
    var watch = new Memory.Watch();
    try (Database database =
        Database.open(settings(arguments, folder), List.of(SyncTables.MIGRATIONS))) {
      List<Figure> figures = measure(database, Deliveries.in(folder), students);
      Memory memory = watch.peak();
      var report =
          new SizeReport(
              students,
              Machine.look(database.jdbc(), load),
              figures,
              memory,
              Aim.of(students, figures, memory));
      JsonMapper.shared().writeValue(report(folder), report);
    } catch (DatabaseUnavailable e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static DatabaseSettings settings(String[] arguments, Path folder) {
    if (arguments[2].isEmpty()) {
      return new DatabaseSettings.Embedded(folder.resolve("home"));
    }
    String password = System.getenv("PGPASSWORD");
    return new DatabaseSettings.External(
        arguments[2], arguments[3], password == null ? "" : password);
  }

  /** Three imports of a small district are over before the virtual machine is warm. */
  private static int rounds(int students) {
    if (students > LARGE) {
      return 1;
    }
    return students > SMALL ? 3 : 7;
  }

  private static List<Figure> measure(Database database, Deliveries deliveries, int students)
      throws Exception {
    var again = new Repetition(rounds(students), new ToldProgress(System.out));
    var imports = new MeasuredImports(database, deliveries, again);
    DistrictKey district = MeasuredImports.newDistrict();
    var figures = new ArrayList<Figure>(imports.measure(district));
    var target = new InstantTarget(deliveries.first());
    figures.addAll(new MeasuredPlans(database, target, imports, again).measure(district));
    figures.addAll(new MeasuredApi(database, imports, again).measure(district));
    return Comparisons.complete(figures);
  }
}
