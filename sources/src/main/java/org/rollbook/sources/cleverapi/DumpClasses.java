package org.rollbook.sources.cleverapi;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.CourseId;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.TeacherId;
import org.rollbook.core.roster.Term;
import org.rollbook.core.roster.TermId;
import org.rollbook.sources.clever.CleverValues;
import tools.jackson.databind.JsonNode;

/**
 * Makes the roster's sections, each new term and course before the first section that names it.
 * Clever's ids of terms and courses are not stable (its page on terms): theirs are made of what
 * they say, as for files, so that an id which is given anew changes nothing.
 */
final class DumpClasses {
  private final Map<String, Term> terms = new HashMap<>();
  private final Map<String, Course> courses = new HashMap<>();
  private final Set<RosterRecord> told = new HashSet<>();

  void addTerm(JsonNode json) {
    String name = Json.text(json, "name").orElse("");
    Optional<LocalDate> start = Json.day(json, "start_date");
    Optional<LocalDate> end =
        Json.day(json, "end_date").filter(day -> start.isEmpty() || !day.isBefore(start.get()));
    boolean nothing = name.isEmpty() && start.isEmpty() && end.isEmpty();
    if (!nothing && terms.size() < CleverValues.MOST_TERMS) {
      String id = CleverValues.contentId("term", name, text(start), text(end));
      terms.put(RecordJson.id(json), new Term(new TermId(id), name, start, end));
    }
  }

  private static String text(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }

  void addCourse(JsonNode json) {
    String name = Json.text(json, "name").orElse("");
    String number = Json.text(json, "number").orElse("");
    boolean nothing = name.isEmpty() && number.isEmpty();
    if (!nothing && courses.size() < CleverValues.MOST_COURSES) {
      String id = CleverValues.contentId("course", name, number);
      courses.put(RecordJson.id(json), new Course(new CourseId(id), name, number));
    }
  }

  void section(JsonNode json, DumpRows rows) {
    Optional<String> school = Json.text(json, "school");
    if (school.isEmpty()) {
      rows.rejectWithout("school");
      return;
    }
    Optional<Course> course = named(json, "course", courses, rows);
    Optional<Term> term = named(json, "term_id", terms, rows);
    Optional<TeacherId> primary = primary(json, rows);
    List<TeacherId> others =
        Json.texts(json, "teachers").stream()
            .map(TeacherId::new)
            .filter(teacher -> !primary.equals(Optional.of(teacher)))
            .toList();
    rows.accept(
        new Section(
            new SectionId(RecordJson.id(json)),
            new SchoolId(school.get()),
            name(json, course),
            primary,
            others,
            course.map(Course::id),
            term.map(Term::id),
            DumpAttributes.SECTION.read(json, rows)));
  }

  private <T extends RosterRecord> Optional<T> named(
      JsonNode section, String field, Map<String, T> known, DumpRows rows) {
    Optional<String> id = Json.text(section, field);
    Optional<T> record = id.map(known::get);
    if (id.isPresent() && record.isEmpty()) {
      rows.drop(
          field,
          "UNKNOWN_REFERENCE",
          "The section names %s %s, of which nothing is known; it is taken without."
              .formatted(field, id.get()));
    }
    record.filter(told::add).ifPresent(rows::also);
    return record;
  }

  /** The swagger file allows null where the documentation promises a teacher. */
  private static Optional<TeacherId> primary(JsonNode json, DumpRows rows) {
    Optional<TeacherId> teacher = Json.text(json, "teacher").map(TeacherId::new);
    if (teacher.isEmpty()) {
      rows.note(
          "teacher",
          "MISSING_TEACHER",
          "Section %s has no teacher; the section is taken and its class waits until one is named."
              .formatted(RecordJson.id(json)));
    }
    return teacher;
  }

  private static String name(JsonNode json, Optional<Course> course) {
    return Json.text(json, "name")
        .orElseGet(() ->
            CleverValues.sectionName(
                course.map(c -> c.name().isEmpty() ? c.number() : c.name()).orElse(""),
                Json.text(json, "section_number").orElse(""),
                Json.text(json, "period").orElse(""),
                RecordJson.id(json)));
  }
}
