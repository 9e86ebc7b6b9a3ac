package org.rollbook.sources.clever;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.TeacherId;

/** Rows of sections.csv. */
final class SectionRows implements RowReader {
  private final FileReading reading;
  private final RequiredColumns required;
  private final AttributeReader attributes;
  private final TermReader terms;
  private final CourseReader courses;
  private final SectionName name;
  private final int school;
  private final int id;
  private final int primary;
  private final int[] coTeachers;

  SectionRows(FileReading reading) {
    this.reading = reading;
    this.required = new RequiredColumns(reading);
    this.attributes = new AttributeReader(reading);
    this.terms = new TermReader(reading);
    this.courses = new CourseReader(reading);
    Header header = reading.header();
    this.name = new SectionName(header);
    this.school = header.index("school_id");
    this.id = header.index("section_id");
    this.primary = header.index("teacher_id");
    this.coTeachers =
        IntStream.rangeClosed(2, 10)
            .map(number -> header.index("teacher_" + number + "_id"))
            .filter(index -> index >= 0)
            .toArray();
  }

  @Override
  public void read(RowBuffer row) {
    if (!required.areThere(row)) {
      return;
    }
    Optional<TeacherId> owner = primary(row);
    List<TeacherId> others = coTeachers(row, owner);
    reading.accept(
        new Section(
            new SectionId(row.get(id)),
            new SchoolId(row.get(school)),
            name.of(row),
            owner,
            others,
            courses.read(row),
            terms.read(row),
            attributes.read()));
  }

  private Optional<TeacherId> primary(RowBuffer row) {
    Optional<TeacherId> teacher = teacher(row, primary);
    if (teacher.isEmpty()) {
      reading.note(
          primary,
          Code.MISSING_TEACHER,
          "Section %s has no teacher; the section is taken and its class waits until one is named."
              .formatted(FileReading.shown(row.get(id))));
    }
    return teacher;
  }

  private List<TeacherId> coTeachers(RowBuffer row, Optional<TeacherId> owner) {
    if (coTeachers.length == 0) {
      return List.of();
    }
    Set<TeacherId> teachers = new LinkedHashSet<>();
    for (int column : coTeachers) {
      teacher(row, column).ifPresent(teachers::add);
    }
    owner.ifPresent(teachers::remove);
    return new ArrayList<>(teachers);
  }

  private Optional<TeacherId> teacher(RowBuffer row, int column) {
    String teacher = row.get(column);
    if (teacher.length() > Unreads.LONGEST_ID) {
      reading.drop(
          column,
          Code.ID_TOO_LONG,
          "Section %s names a teacher by more than 255 characters; the section is taken without"
                  .formatted(FileReading.shown(row.get(id)))
              + " this teacher, please check the column.");
      return Optional.empty();
    }
    return teacher.isEmpty() ? Optional.empty() : Optional.of(new TeacherId(teacher));
  }
}
