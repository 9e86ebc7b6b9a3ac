package org.rollbook.bench;

import java.io.PrintStream;
import java.util.Locale;

/** The figures as people read them. */
final class BenchTable {
  private static final double MEGABYTE = 1 << 20;

  private final PrintStream out;

  BenchTable(PrintStream out) {
    this.out = out;
  }

  void print(SizeReport report) {
    out.printf(Locale.ROOT, "%,d students%n", report.students());
    Machine machine = report.machine();
    out.printf(
        Locale.ROOT,
        "%d cores, load %.2f before; Java %s; PostgreSQL %s%n",
        machine.cores(),
        machine.load(),
        machine.jvm(),
        machine.postgresql());
    out.printf(Locale.ROOT, "  %s%n", machine.settings());
    out.println();
    out.printf(Locale.ROOT, "%-26s %10s %10s %12s  %s%n", "", "seconds", "rows", "rows/s", "ratio");
    for (Figure figure : report.figures()) {
      out.printf(
          Locale.ROOT,
          "%-26s %10.3f %,10d %,12d  %s%n",
          figure.name(),
          figure.seconds(),
          figure.rows(),
          figure.rowsPerSecond(),
          ratio(figure));
    }
    out.println();
    Memory memory = report.memory();
    out.printf(
        Locale.ROOT,
        "memory: heap limit %.0f MB, peak after a collection %.0f MB, peak resident %.0f MB%n",
        memory.heapLimit() / MEGABYTE,
        memory.peakAfterCollection() / MEGABYTE,
        memory.peakResident() / MEGABYTE);
    for (Aim aim : report.aims()) {
      out.printf(
          Locale.ROOT,
          "%-8s %s (%.2f)%n",
          aim.holds() ? "reached" : "missed",
          aim.aim(),
          aim.measured());
    }
    out.println();
  }

  private static String ratio(Figure figure) {
    return figure.bound().isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%.2f × %s", figure.ratio(), figure.bound());
  }
}
