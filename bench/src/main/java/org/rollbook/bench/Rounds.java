package org.rollbook.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The times of one thing done again and again. */
final class Rounds {
  private static final double NANOS = 1e9;

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final List<Double> seconds = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();
  private long rows;

  /** Something to be timed, that says how many rows it handled. */
  interface Work {
    long run() throws Exception;
  }

  Rounds time(Work work) throws Exception {
    long worked = system.getProcessCpuTime();
    long start = System.nanoTime();
    rows = work.run();
    seconds.add((System.nanoTime() - start) / NANOS);
    processor.add((system.getProcessCpuTime() - worked) / NANOS);
    return this;
  }

  List<Double> seconds() {
    return List.copyOf(seconds);
  }

  long rows() {
    return rows;
  }

  double median() {
    return median(seconds);
  }

  double medianProcessor() {
    return median(processor);
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
