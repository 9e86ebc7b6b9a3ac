package org.rollbook.registry.reading;

import java.util.List;
import org.rollbook.registry.reading.Position.Direction;
import org.rollbook.registry.sharing.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads one page of ids, and whether there is another. */
final class PageOfIds {
  private record Entry(short kind, long id) {}

  private PageOfIds() {}

  static Ids read(JdbcClient jdbc, Reader reader, ListingSql listing, Position position) {
    var found =
        jdbc.sql(listing.page(position))
            .params(listing.parameters())
            .param("district", reader.district())
            .param("cursor", position.cursor())
            // One more than asked for: whether it is there is whether the list goes on.
            .param("limit", position.limit() + 1)
            .query((row, number) -> new Entry(row.getShort(1), row.getLong(2)))
            .list();
    boolean more = found.size() > position.limit();
    var page = more ? found.subList(0, position.limit()) : found;
    return ids(position.direction() == Direction.BEFORE ? page.reversed() : page, more);
  }

  static long count(JdbcClient jdbc, Reader reader, ListingSql listing) {
    return jdbc.sql("select count(*) from (" + listing.page(Position.first(1)) + ") r")
        .params(listing.parameters())
        .param("district", reader.district())
        .param("cursor", 0)
        .param("limit", Integer.MAX_VALUE)
        .query(Long.class)
        .single();
  }

  private static Ids ids(List<Entry> entries, boolean more) {
    var kinds = new short[entries.size()];
    var numbers = new long[entries.size()];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = entries.get(i).kind();
      numbers[i] = entries.get(i).id();
    }
    return new Ids(kinds, numbers, more);
  }
}
