package org.rollbook.sources.clever;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rollbook.core.roster.Term;
import org.rollbook.core.roster.TermId;

/** Derives terms from the columns of sections.csv, and hands each over once. */
final class TermReader {
  /** A district has a few dozen; beyond this the columns hold something else. */
  static final int MOST = 10_000;

  private record Content(String name, Optional<LocalDate> start, Optional<LocalDate> end) {}

  private final FileReading reading;
  private final int name;
  private final int start;
  private final int end;
  private final Map<Content, TermId> known = new HashMap<>();

  TermReader(FileReading reading) {
    this.reading = reading;
    this.name = reading.header().index("term_name");
    this.start = reading.header().index("term_start");
    this.end = reading.header().index("term_end");
  }

  Optional<TermId> read(RowBuffer row) {
    Optional<LocalDate> first = date(row, start);
    Optional<LocalDate> last = date(row, end);
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      reading.drop(
          end,
          Code.TERM_ENDS_BEFORE_START,
          "The term ends before it starts; the section is taken without the end of its term,"
              + " please correct the dates.");
      last = Optional.empty();
    }
    var content = new Content(row.get(name), first, last);
    boolean nothing = content.name().isEmpty() && first.isEmpty() && last.isEmpty();
    return nothing ? Optional.empty() : known(content);
  }

  private Optional<LocalDate> date(RowBuffer row, int column) {
    String text = row.get(column);
    Optional<LocalDate> day = text.isEmpty() ? Optional.empty() : Dates.parse(text);
    if (!text.isEmpty() && day.isEmpty()) {
      reading.dropUnknown(column, Domain.DATE, text);
    }
    return day;
  }

  private Optional<TermId> known(Content content) {
    TermId id = known.get(content);
    if (id != null) {
      return Optional.of(id);
    }
    if (known.size() >= MOST) {
      reading.drop(
          name,
          Code.TOO_MANY_TERMS,
          "The sections name more than 10000 different terms; the section is taken without its"
              + " term, please check the columns Term_name, Term_start and Term_end.");
      return Optional.empty();
    }
    return Optional.of(made(content));
  }

  private TermId made(Content content) {
    var id =
        new TermId(
            ContentId.of("term", content.name(), text(content.start()), text(content.end())));
    known.put(content, id);
    reading.also(new Term(id, content.name(), content.start(), content.end()));
    return id;
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
