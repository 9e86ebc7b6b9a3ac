package org.rollbook.registry.sharing;

import java.util.List;
import org.rollbook.core.roster.RecordId;

/**
 * An app reading a district, as its token says.
 *
 * @param district the district's number in the database
 * @param districtRecord the id by which apps know the district
 * @param app the app
 * @param withheldPaths paths into students' objects that it is not sent, keys joined by full stops;
 *     {@code as_shared} in SQL leaves them out
 */
public record Reader(int district, RecordId districtRecord, AppId app, List<String> withheldPaths) {
  public Reader {
    withheldPaths = List.copyOf(withheldPaths);
  }
}
