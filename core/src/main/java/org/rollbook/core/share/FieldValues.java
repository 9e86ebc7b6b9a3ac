package org.rollbook.core.share;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.Term;
import org.rollbook.core.share.Rule.Subject;

/** What records have in the fields that rules look at. */
record FieldValues(WholeRoster roster) {
  /** Whether {@code record} is of the rule's subject and fulfils all its conditions. */
  boolean fulfil(Rule rule, RosterRecord record) {
    return isAbout(rule.about(), record)
        && rule.conditions().stream()
            .allMatch(condition -> condition.isFulfilledBy(of(condition.field(), record)));
  }

  private static boolean isAbout(Subject subject, RosterRecord record) {
    return switch (record) {
      case Section _ -> subject == Subject.SECTION;
      case Student _ -> subject == Subject.STUDENT;
      case Teacher _ -> subject == Subject.TEACHER;
      case StaffMember _ -> subject == Subject.STAFF;
      case School _, Term _, Course _, Enrolment _ -> false;
    };
  }

  /** Every value; none where the source gives none, or an empty one. */
  List<String> of(RuleField field, RosterRecord record) {
    var values =
        switch (record) {
          case Section section -> ofSection(field, section);
          case Student it ->
              ofPerson(field, it.id().value(), it.schools(), it.email(), it.attributes());
          case Teacher it ->
              ofPerson(field, it.id().value(), it.schools(), it.email(), it.attributes());
          case StaffMember it ->
              ofPerson(field, it.id().value(), it.schools(), it.email(), it.attributes());
          case School _, Term _, Course _, Enrolment _ -> Stream.<String>empty();
        };
    return values.filter(value -> !value.isEmpty()).toList();
  }

  private Stream<String> ofSection(RuleField field, Section section) {
    return switch (field) {
      case SCHOOL -> ofSchools(List.of(section.school()));
      case GRADE -> section.attributes().get("grade").stream();
      case SUBJECT -> section.attributes().get("subject").stream();
      case PERIOD -> section.attributes().get("period").stream();
      case COURSE_NAME -> section.course().flatMap(roster::course).map(Course::name).stream();
      case COURSE_NUMBER -> section.course().flatMap(roster::course).map(Course::number).stream();
      case TERM -> section.term().flatMap(roster::term).map(Term::name).stream();
      case NAME -> Stream.of(section.name());
      case TEACHER -> roster.teachers(section).flatMap(FieldValues::idAndEmail);
      case SIS_ID -> Stream.of(section.id().value());
      case EMAIL, TITLE -> Stream.empty();
    };
  }

  private Stream<String> ofPerson(
      RuleField field,
      String id,
      List<SchoolId> schools,
      Optional<String> email,
      Attributes attributes) {
    return switch (field) {
      case SCHOOL -> ofSchools(schools);
      case GRADE -> attributes.get("grade").stream();
      case TITLE -> attributes.get("title").stream();
      case EMAIL -> email.stream();
      case SIS_ID -> Stream.of(id);
      case SUBJECT, COURSE_NAME, COURSE_NUMBER, PERIOD, TERM, NAME, TEACHER -> Stream.empty();
    };
  }

  private Stream<String> ofSchools(List<SchoolId> schools) {
    return schools.stream()
        .flatMap(id -> roster.school(id).stream())
        .flatMap(school -> Stream.of(school.id().value(), school.name()));
  }

  private static Stream<String> idAndEmail(Teacher teacher) {
    return Stream.concat(Stream.of(teacher.id().value()), teacher.email().stream());
  }
}
