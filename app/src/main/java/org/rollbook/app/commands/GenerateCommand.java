package org.rollbook.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.rollbook.app.console.Activity;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.app.console.Words;
import org.rollbook.sources.generator.DaySummary;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import org.rollbook.sources.generator.RequestedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code generate}: an invented district, day by day. Needs no database. */
@Command(
    name = "generate",
    description = "Writes an invented district as Clever's CSV files, one folder for each day.")
public final class GenerateCommand implements Callable<Integer> {
  private static final int SENTENCES = 8;

  private final Session session;

  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--students",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many on the first day, 100 to 1000000 (${DEFAULT-VALUE}).")
  private int students;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Which district of that size (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--days",
      paramLabel = "D",
      defaultValue = "1",
      description = "How many days (${DEFAULT-VALUE}).")
  private int days;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
  private Path out = Path.of("");

  @Option(
      names = "--domain",
      paramLabel = "D",
      defaultValue = "district.example",
      description = "The domain of everybody's e-mail address (${DEFAULT-VALUE}).")
  private String domain = "";

  @Option(
      names = "--first-day",
      paramLabel = "DATE",
      defaultValue = "2026-09-08",
      description = "The date of day 0 (${DEFAULT-VALUE}).")
  private LocalDate firstDay = LocalDate.EPOCH;

  @Option(
      names = "--with-email",
      paramLabel = "SHARE",
      defaultValue = "1",
      description = "The share of students with an e-mail address, 0 to 1 (${DEFAULT-VALUE}).")
  private double withEmail;

  @Option(
      names = "--with-contacts",
      paramLabel = "SHARE",
      defaultValue = "0",
      description = "The share of students with contacts, 0 to 1 (${DEFAULT-VALUE}).")
  private double withContacts;

  @Option(
      names = "--rollover",
      paramLabel = "DAY",
      description = "The day on which a new school year begins; repeatable.")
  private List<Integer> rollovers = List.of();

  @Option(
      names = "--broken",
      paramLabel = "DAY:KIND",
      description = "A day's broken export, as in 3:empty-sections; repeatable.")
  private List<String> broken = List.of();

  public GenerateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    var settings = settings();
    refuseOther(out);
    List<DaySummary> summaries = generated(settings);
    if (options.json()) {
      document(summaries);
    } else {
      text(summaries);
    }
    return ExitCode.DONE;
  }

  /** Half a district would be in the way of the whole one, and might be imported as one. */
  private List<DaySummary> generated(GeneratorSettings settings) throws IOException {
    boolean fresh = !Files.exists(out);
    boolean whole = false;
    try (var activity = new Activity(session.console(), "")) {
      activity.begin("files", days * 5L);
      var summaries =
          new DistrictGenerator(settings).generate(out, (day, all, file) -> activity.advance(1));
      whole = true;
      return summaries;
    } finally {
      if (!whole) {
        removeWhatWasMade(fresh);
      }
    }
  }

  private void removeWhatWasMade(boolean fresh) throws IOException {
    if (!Files.exists(out)) {
      return;
    }
    try (Stream<Path> made = Files.walk(out)) {
      for (Path path : made.toList().reversed()) {
        if (fresh || !path.equals(out)) {
          Files.delete(path);
        }
      }
    }
  }

  /** Days of another district among ours would be imported as ours. */
  private static void refuseOther(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new UsageError(folder + " is a file; name a folder.");
    }
    try (Stream<Path> inside = Files.list(folder)) {
      if (inside.findAny().isPresent()) {
        throw new UsageError(folder + " is not empty; name a new or empty folder.");
      }
    }
  }

  private GeneratorSettings settings() {
    var settings =
        GeneratorSettings.of(students, seed)
            .withDays(days)
            .withEmailDomain(domain)
            .withFirstDay(firstDay)
            .withStudentsWithEmail(withEmail)
            .withStudentsWithContacts(withContacts);
    for (int day : rollovers) {
      requireDay(day);
      settings = settings.with(new RequestedEvent.Rollover(day));
    }
    for (var export : broken) {
      settings = settings.with(brokenExport(export));
    }
    return settings;
  }

  /** A wish for a day that never comes would be forgotten without a word. */
  private void requireDay(int day) {
    if (day < 1 || day >= days) {
      throw new UsageError(
          "There is no day %d to change: with --days %d the days are 0 to %d, and day 0 is whole."
              .formatted(day, days, days - 1));
    }
  }

  private RequestedEvent brokenExport(String text) {
    var parts = text.split(":", -1);
    if (parts.length != 2 || !parts[0].matches("[0-9]{1,4}")) {
      throw new UsageError("'%s' is no broken day; write it like 3:empty-sections".formatted(text));
    }
    int day = Integer.parseInt(parts[0]);
    requireDay(day);
    return new RequestedEvent.BrokenExport(day, kind(parts[1]));
  }

  private static RequestedEvent.Kind kind(String word) {
    return Stream.of(RequestedEvent.Kind.values())
        .filter(kind -> word(kind).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new UsageError(
                "'%s' is no way to break. Known are: %s."
                    .formatted(
                        word,
                        String.join(
                            ", ",
                            Stream.of(RequestedEvent.Kind.values())
                                .map(GenerateCommand::word)
                                .toList()))));
  }

  private static String word(RequestedEvent.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void document(List<DaySummary> summaries) {
    session
        .console()
        .json(json -> {
          json.writeStartObject();
          json.writeStringProperty("out", out.toString());
          json.writeNumberProperty("students", students);
          json.writeNumberProperty("seed", seed);
          json.writeArrayPropertyStart("days");
          for (var summary : summaries) {
            json.writeStartObject();
            json.writeNumberProperty("day", summary.day());
            json.writeStringProperty("date", summary.date().toString());
            json.writeStringProperty("folder", folder(summary));
            json.writeArrayPropertyStart("moves");
            summary.sentences().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private String folder(DaySummary summary) {
    return out.resolve("day-%03d".formatted(summary.day())).toString();
  }

  private void text(List<DaySummary> summaries) {
    var console = session.console();
    for (var summary : summaries) {
      console.line("%s  %s", folder(summary), summary.date());
      summary.sentences().stream().limit(SENTENCES).forEach(says -> console.line("  - %s", says));
      int more = summary.moves().size() - SENTENCES;
      if (more > 0) {
        console.line("  … and %s.", Words.count(more, "move") + " more");
      }
    }
    console.gap();
    console.line("Next:  rollbook import --district demo %s", folder(summaries.getFirst()));
  }
}
