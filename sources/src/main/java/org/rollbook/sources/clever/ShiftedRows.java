package org.rollbook.sources.clever;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.sources.Unread;

/**
 * What a row with too few or too many fields would have named (H3). A comma was lost or is one too
 * many, and nothing tells where: it may be in the ids themselves. But wherever it is, the row
 * begins with its school's id and its own, when read without commas. Where an id stands further
 * right, and of enrolments, which are named by two, no more than the school is believed.
 */
final class ShiftedRows {
  private final RecordKind kind;
  private final Header.Mode[] modes;
  private final int school;
  private final int own;
  private final KnownSchools schools;

  /**
   * As {@code header} has the columns.
   *
   * @param own where the row's own id stands
   */
  ShiftedRows(Header header, int own, KnownSchools schools) {
    this.kind = header.file().kind();
    this.modes = header.modes();
    this.school = header.index("school_id");
    this.own = own;
    this.schools = schools;
  }

  Unread of(RowBuffer row) {
    boolean mayHoldSeveral = row.spansSeveralLines() || row.fields() >= 2 * modes.length - 1;
    if (mayHoldSeveral) {
      return new Unread.Whole(kind);
    }
    if (own == 0 && nameStandsAt(0, row)) {
      return oneOf(row, List.of(reading(0, row)));
    }
    if (own != 0 && school == 0 && isWhole(0, row) && schools.has(row.get(0))) {
      return behindSchool(row);
    }
    // A school that the snapshot does not have is likely to be something else, or a part of it.
    return new Unread.Whole(kind);
  }

  private Unread behindSchool(RowBuffer row) {
    List<String> readings = readings(row);
    if (own == 1 && nameStandsAt(1, row)) {
      return oneOf(row, readings);
    }
    return readings.size() == 1
        ? new Unread.InSchool(kind, new SchoolId(row.get(0)))
        : new Unread.Whole(kind);
  }

  /**
   * What stands behind the school, for each school that the row may begin with: of schools 1 and
   * 12, a row that begins with 12 may have lost the comma in {@code 1,2}, and one that begins with
   * {@code 1,2} may have one too many in 12.
   */
  private List<String> readings(RowBuffer row) {
    String first = row.get(0);
    var readings = new ArrayList<String>(List.of(reading(1, row)));
    if (isTooLong(row)) {
      if (!row.get(1).isEmpty() && schools.has(first + row.get(1))) {
        readings.add(row.get(2));
      }
      return readings;
    }
    for (int end = 1; end < first.length(); end++) {
      if (schools.has(first.substring(0, end))) {
        readings.add(first.substring(end).strip());
      }
    }
    return readings;
  }

  /** What an id in a column begins: a comma too many has moved its end into the next one. */
  private String reading(int column, RowBuffer row) {
    return isTooLong(row) ? row.get(column) + row.get(column + 1) : row.get(column);
  }

  private boolean isTooLong(RowBuffer row) {
    return row.fields() > modes.length;
  }

  private boolean nameStandsAt(int column, RowBuffer row) {
    return kind != RecordKind.ENROLMENT
        && isWhole(column, row)
        && !row.get(column).isEmpty()
        && isReadBehind(column, row);
  }

  /** The last field of a row that is too short may itself be cut off. */
  private static boolean isWhole(int column, RowBuffer row) {
    return column < row.fields() - 1;
  }

  /** What a comma too many has moved is in a column that somebody reads. */
  private boolean isReadBehind(int column, RowBuffer row) {
    return !isTooLong(row) || modes[column + 1] != Header.Mode.IGNORED;
  }

  private Unread oneOf(RowBuffer row, List<String> readings) {
    return new Unread.OneOf(RecordKey.of(kind, row.get(own)), Set.copyOf(readings));
  }
}
