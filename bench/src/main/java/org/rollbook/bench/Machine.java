package org.rollbook.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the figures come from.
 *
 * @param load the system's load average over the last minute when the size was begun, ours
 *     included; negative where the system does not say
 * @param settings PostgreSQL's that matter here
 */
record Machine(
    int cores, double load, String jvm, String postgresql, SortedMap<String, String> settings) {
  private static final List<String> TOLD =
      List.of(
          "checkpoint_timeout",
          "fsync",
          "full_page_writes",
          "jit",
          "max_parallel_workers_per_gather",
          "max_wal_size",
          "shared_buffers",
          "synchronous_commit",
          "temp_buffers",
          "wal_buffers",
          "wal_compression",
          "wal_level",
          "work_mem");

  static double loadNow() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  static Machine look(JdbcClient jdbc, double load) {
    var settings = new TreeMap<String, String>();
    for (String name : TOLD) {
      settings.put(
          name,
          jdbc.sql("select current_setting(:name)")
              .param("name", name)
              .query(String.class)
              .single());
    }
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        load,
        Runtime.version() + " (" + System.getProperty("java.vm.name") + ")",
        jdbc.sql("select current_setting('server_version')").query(String.class).single(),
        settings);
  }
}
