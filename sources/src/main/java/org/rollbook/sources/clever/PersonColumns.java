package org.rollbook.sources.clever;

import java.util.List;
import java.util.Optional;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.SchoolId;

/** The columns that rows about teachers, staff and students have in common. */
final class PersonColumns {
  private final FileReading reading;
  private final int school;
  private final int first;
  private final int middle;
  private final int last;
  private final int email;

  PersonColumns(FileReading reading, String emailColumn) {
    this.reading = reading;
    Header header = reading.header();
    this.school = header.index("school_id");
    this.first = header.index("first_name");
    this.middle = header.index("middle_name");
    this.last = header.index("last_name");
    this.email = header.index(emailColumn);
  }

  List<SchoolId> schools(RowBuffer row) {
    return List.of(new SchoolId(row.get(school)));
  }

  PersonName name(RowBuffer row) {
    return new PersonName(row.get(first), row.get(middle), row.get(last));
  }

  Optional<String> email() {
    String address = reading.value(email, Domain.EMAIL);
    return address.isEmpty() ? Optional.empty() : Optional.of(address);
  }
}
