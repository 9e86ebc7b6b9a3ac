package org.rollbook.sources.clever;

import java.util.ArrayList;

/**
 * What a section is called: its name, or for want of one what people would call it by, for example
 * {@code Algebra I - 02 - Period 3}.
 */
final class SectionName {
  private final int name;
  private final int courseName;
  private final int courseNumber;
  private final int sectionNumber;
  private final int period;
  private final int id;

  SectionName(Header header) {
    this.name = header.index("name");
    this.courseName = header.index("course_name");
    this.courseNumber = header.index("course_number");
    this.sectionNumber = header.index("section_number");
    this.period = header.index("period");
    this.id = header.index("section_id");
  }

  String of(RowBuffer row) {
    return row.get(name).isEmpty() ? made(row) : row.get(name);
  }

  private String made(RowBuffer row) {
    String course = row.get(courseName).isEmpty() ? row.get(courseNumber) : row.get(courseName);
    return made(course, row.get(sectionNumber), row.get(period), row.get(id));
  }

  /** Any but the id may be empty text. */
  static String made(String course, String sectionNumber, String period, String id) {
    var parts = new ArrayList<String>();
    if (!course.isEmpty()) {
      parts.add(course);
    }
    if (!sectionNumber.isEmpty()) {
      parts.add(sectionNumber);
    }
    if (!period.isEmpty()) {
      parts.add("Period " + period);
    }
    return parts.isEmpty() ? "Section " + id : String.join(" - ", parts);
  }
}
