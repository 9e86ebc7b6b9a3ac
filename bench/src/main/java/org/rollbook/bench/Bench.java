package org.rollbook.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures imports, plans and the API of generated districts, as ratios to bounds measured in the
 * same run: {@code rollbook bench}.
 */
public final class Bench {
  private final BenchOptions options;
  private final PrintStream out;
  private final BenchProgress progress;

  private Bench(BenchOptions options, PrintStream out, BenchProgress progress) {
    this.options = options;
    this.out = out;
    this.progress = progress;
  }

  /**
   * Runs with the arguments that follow {@code bench}.
   *
   * @throws IllegalArgumentException when they are not understood, with what to type instead
   * @throws IOException when the benchmarks failed, with what the measured process said
   */
  public static void run(String[] arguments, PrintStream out, BenchProgress progress)
      throws IOException, InterruptedException {
    BenchOptions options = BenchOptions.parse(arguments);
    if (options.help()) {
      out.print(BenchOptions.USAGE);
      return;
    }
    new Bench(options, out, progress).measure();
  }

  private void measure() throws IOException, InterruptedException {
    var table = new BenchTable(out);
    var reports = new ArrayList<SizeReport>();
    for (int students : options.students()) {
      SizeReport report = measure(students);
      reports.add(report);
      if (!options.json()) {
        table.print(report);
      }
    }
    if (options.json()) {
      out.println(
          JsonMapper.builder()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .build()
              .writeValueAsString(new SizeReport.All(reports)));
    }
  }

  private SizeReport measure(int students) throws IOException, InterruptedException {
    Path folder = folder();
    try {
      Deliveries.make(folder, students, progress);
      start(students, folder);
      return JsonMapper.shared()
          .readValue(MeasuredProcess.report(folder).toFile(), SizeReport.class);
    } finally {
      deleteTree(folder);
    }
  }

  private Path folder() throws IOException {
    var prefix = "rollbook-bench-";
    return options.home().isPresent()
        ? Files.createTempDirectory(Files.createDirectories(options.home().get()), prefix)
        : Files.createTempDirectory(prefix);
  }

  private void start(int students, Path folder) throws IOException, InterruptedException {
    Path said = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dstdout.encoding=UTF-8",
                "-Dslf4j.internal.verbosity=ERROR",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path", ""),
                MeasuredProcess.class.getName(),
                Integer.toString(students),
                folder.toString(),
                options.jdbcUrl().orElse(""),
                options.user())
            .redirectError(said.toFile())
            .start();
    String rest;
    try (var line = process.inputReader(StandardCharsets.UTF_8)) {
      rest = ToldProgress.follow(line, progress);
    }
    if (process.waitFor() != 0) {
      throw new IOException(
          "The benchmark failed. The measured process said\n" + rest + Files.readString(said));
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.toList().reversed()) {
        Files.delete(path);
      }
    }
  }
}
