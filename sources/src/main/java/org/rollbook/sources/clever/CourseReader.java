package org.rollbook.sources.clever;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.CourseId;

/** Derives courses from the columns of sections.csv, and hands each over once. */
final class CourseReader {
  /** The largest districts have some ten thousand; beyond this the columns hold something else. */
  static final int MOST = 200_000;

  private record Content(String name, String number) {}

  private final FileReading reading;
  private final int name;
  private final int number;
  private final Map<Content, CourseId> known = new HashMap<>();

  CourseReader(FileReading reading) {
    this.reading = reading;
    this.name = reading.header().index("course_name");
    this.number = reading.header().index("course_number");
  }

  Optional<CourseId> read(RowBuffer row) {
    var content = new Content(row.get(name), row.get(number));
    if (content.name().isEmpty() && content.number().isEmpty()) {
      return Optional.empty();
    }
    CourseId id = known.get(content);
    if (id != null) {
      return Optional.of(id);
    }
    if (known.size() >= MOST) {
      reading.drop(
          name,
          Code.TOO_MANY_COURSES,
          "The sections name more than 200000 different courses; the section is taken without its"
              + " course, please check the columns Course_name and Course_number.");
      return Optional.empty();
    }
    return Optional.of(made(content));
  }

  private CourseId made(Content content) {
    var id = new CourseId(ContentId.of("course", content.name(), content.number()));
    known.put(content, id);
    reading.also(new Course(id, content.name(), content.number()));
    return id;
  }
}
