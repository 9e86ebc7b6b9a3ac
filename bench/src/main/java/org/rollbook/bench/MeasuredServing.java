package org.rollbook.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What an app waits for that reads everything, and what it costs to be far down a list. */
final class MeasuredServing {
  private static final int PAGE = 100;

  /** Of one page each round: a token has 1,200 calls a minute. */
  private static final int CALLS = 50;

  private final PlainRead plain;
  private final ServedApi server;
  private final Repetition again;

  MeasuredServing(PlainRead plain, ServedApi server, Repetition again) {
    this.plain = plain;
    this.server = server;
    this.again = again;
  }

  List<Figure> measure() throws Exception {
    var figures = new ArrayList<Figure>();
    figures.addAll(walk(PlainRead.WholeList.USERS, Figure.USERS_READ, Figure.USERS_SERVED));
    figures.addAll(
        walk(PlainRead.WholeList.SECTIONS, Figure.SECTIONS_READ, Figure.SECTIONS_SERVED));
    figures.addAll(pages());
    return List.copyOf(figures);
  }

  private List<Figure> walk(PlainRead.WholeList list, String nameOfBound, String name)
      throws Exception {
    var read = new Rounds();
    var served = new Rounds();
    again.each(
        name + ", beside a plain read",
        last -> {
          read.time(() -> plain.read(list));
          served.time(() -> walk(list, read.rows()));
        });
    Figure bound = Figure.of(nameOfBound, read);
    return List.of(bound, Figure.of(name, served).inTurnsWith(bound));
  }

  /** Returns {@code records}, after a look whether so many can have come. */
  private long walk(PlainRead.WholeList list, long records)
      throws IOException, InterruptedException {
    long bytes = server.walk(list.path() + "?limit=10000");
    if (bytes < plain.bytes()) {
      throw new IllegalStateException(
          "%s were %,d bytes, of %,d at least".formatted(list, bytes, plain.bytes()));
    }
    return records;
  }

  private List<Figure> pages() throws Exception {
    String path = PlainRead.WholeList.USERS.path() + "?limit=" + PAGE;
    String cursor = plain.before(PlainRead.WholeList.USERS, PAGE);
    var first = new Rounds();
    var last = new Rounds();
    again.each(
        "first and last pages",
        ending -> {
          first.time(() -> ask(path));
          last.time(() -> ask(path + "&starting_after=" + cursor));
        });
    Figure bound = Figure.of(Figure.FIRST_PAGE, first);
    return List.of(bound, Figure.of(Figure.LAST_PAGE, last).inTurnsWith(bound));
  }

  private long ask(String path) throws IOException, InterruptedException {
    for (int call = 0; call < CALLS; call++) {
      server.page(path);
    }
    return (long) CALLS * PAGE;
  }
}
