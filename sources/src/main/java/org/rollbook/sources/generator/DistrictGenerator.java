package org.rollbook.sources.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a synthetic district and moves it on day by day. Equal settings make equal districts, to
 * the last byte of their files.
 *
 * <p>{@link #generate} writes all days; {@link #first} and {@link District#nextDay} give them one
 * by one to a caller who tells a story.
 */
public final class DistrictGenerator {
  private final GeneratorSettings settings;

  public DistrictGenerator(GeneratorSettings settings) {
    this.settings = settings;
  }

  /** The district on day 0. */
  public District first() {
    return new Founding(settings).district();
  }

  /**
   * Writes every day into a folder of its own, {@code day-000}, {@code day-001} and so on.
   *
   * @return what happened on each day, the first included
   */
  public List<DaySummary> generate(Path out, Progress listener) throws IOException {
    List<DaySummary> summaries = new ArrayList<>();
    District district = first();
    while (true) {
      int day = district.day();
      Path folder = out.resolve(String.format(Locale.ROOT, "day-%03d", day));
      district.writeCleverCsv(folder, file -> listener.wrote(day, settings.days(), file));
      summaries.add(district.summary());
      if (day == settings.days() - 1) {
        return List.copyOf(summaries);
      }
      district = district.nextDay();
    }
  }
}
