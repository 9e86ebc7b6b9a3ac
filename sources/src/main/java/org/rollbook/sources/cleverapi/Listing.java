package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A list of the API, read page by page when it is asked for; one page is in memory at a time. May
 * be read again, which asks again. Ids ascend, and each record comes once.
 */
public final class Listing<T> {
  private final Supplier<PageWalk> walk;
  private final Function<JsonNode, T> reading;

  Listing(Supplier<PageWalk> walk, Function<JsonNode, T> reading) {
    this.walk = walk;
    this.reading = reading;
  }

  /** Takes records one by one. */
  @FunctionalInterface
  public interface Taker<T> {
    void take(T record) throws IOException;
  }

  /**
   * Reads the whole list.
   *
   * @throws CleverException when it cannot be read to its end: what came until then is only a part
   */
  public void forEach(Taker<? super T> taker) throws IOException {
    PageWalk pages = walk.get();
    for (var page = pages.next(); page.isPresent(); page = pages.next()) {
      for (JsonNode record : page.get()) {
        taker.take(reading.apply(record));
      }
    }
  }

  /**
   * The whole list in memory.
   *
   * @param most more than this is an error, and not cut off
   */
  public List<T> toList(int most) throws IOException {
    List<T> all = new ArrayList<>();
    forEach(record -> {
      if (all.size() >= most) {
        throw new CleverException.TooLarge("The list has more than %d records.".formatted(most));
      }
      all.add(record);
    });
    return List.copyOf(all);
  }

  /** The first page only. */
  Beginning<T> firstPage() throws IOException {
    PageWalk pages = walk.get();
    Optional<List<JsonNode>> page = pages.next();
    return new Beginning<>(page.orElse(List.of()).stream().map(reading).toList(), !pages.ended());
  }

  /**
   * A list's first page.
   *
   * @param leadsOn whether the API says that there is another
   */
  record Beginning<T>(List<T> records, boolean leadsOn) {}
}
