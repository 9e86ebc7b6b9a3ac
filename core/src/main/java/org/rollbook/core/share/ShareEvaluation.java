package org.rollbook.core.share;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.Term;
import org.rollbook.core.share.Selection.ByRules;
import org.rollbook.core.share.Selection.Schools;
import org.rollbook.core.share.Selection.Sections;
import org.rollbook.core.share.Selection.WholeDistrict;

/**
 * Goes from what the share names to what that brings: sections, then their people, then the schools
 * of both. Each step needs the former to be complete, for it hands on the lowest numbers. Used
 * once.
 */
final class ShareEvaluation {
  private final WholeRoster roster;
  private final Share share;
  private final FieldValues fields;
  private final SortedSet<RecordKey> leftOut = new TreeSet<>();
  private final SortedMap<RecordKey, Integer> brought = new TreeMap<>();

  ShareEvaluation(WholeRoster roster, Share share) {
    this.roster = roster;
    this.share = share;
    fields = new FieldValues(roster);
  }

  SortedMap<RecordKey, Integer> brought() {
    var records = roster.records().values();
    records.stream().filter(this::isExcepted).forEach(record -> leftOut.add(record.key()));
    var reasons = reasons();
    for (int index = 0; index < reasons.size(); index++) {
      int number = index + 1;
      records.stream().filter(reasons.get(index)).forEach(record -> bring(record.key(), number));
    }
    records.forEach(this::bringBySection);
    records.forEach(this::bringSchools);
    return brought;
  }

  private boolean isExcepted(RosterRecord record) {
    return share.exceptions().stream().anyMatch(exception -> fields.fulfil(exception, record));
  }

  /** What each {@link ShareRule} but the exceptions names, in their order. */
  private List<Predicate<RosterRecord>> reasons() {
    var reasons = new ArrayList<Predicate<RosterRecord>>();
    switch (share.selection()) {
      case WholeDistrict() ->
          reasons.add(record -> !(record instanceof StaffMember || record instanceof Enrolment));
      case Schools(var schools) -> schools.forEach(id -> reasons.add(record -> isAt(id, record)));
      case Sections(var sections) -> sections.forEach(id -> reasons.add(record -> is(id, record)));
      case ByRules(var rules) ->
          rules.forEach(rule -> reasons.add(record -> fields.fulfil(rule, record)));
    }
    if (share.staff()) {
      reasons.add(StaffMember.class::isInstance);
    }
    return reasons;
  }

  private static boolean is(SectionId id, RosterRecord record) {
    return record instanceof Section section && section.id().equals(id);
  }

  private static boolean isAt(SchoolId school, RosterRecord record) {
    return switch (record) {
      case School it -> it.id().equals(school);
      case Section section -> section.school().equals(school);
      case Teacher teacher -> teacher.schools().contains(school);
      case Student student -> student.schools().contains(school);
      case StaffMember _, Term _, Course _, Enrolment _ -> false;
    };
  }

  private void bring(RecordKey key, int rule) {
    if (roster.has(key) && !leftOut.contains(key)) {
      brought.merge(key, rule, Math::min);
    }
  }

  /** The people of a shared section, its course and its term. */
  private void bringBySection(RosterRecord record) {
    if (record instanceof Enrolment(var section, var student)) {
      bringWith(
          RecordKey.of(RecordKind.SECTION, section.value()),
          RecordKey.of(RecordKind.STUDENT, student.value()));
    }
    if (record instanceof Section section) {
      roster.teachers(section).forEach(teacher -> bringWith(section.key(), teacher.key()));
      section.course().flatMap(roster::course).ifPresent(it -> bringWith(section.key(), it.key()));
      section.term().flatMap(roster::term).ifPresent(it -> bringWith(section.key(), it.key()));
    }
  }

  private void bringSchools(RosterRecord record) {
    schoolsOf(record)
        .forEach(id -> bringWith(record.key(), RecordKey.of(RecordKind.SCHOOL, id.value())));
  }

  private static List<SchoolId> schoolsOf(RosterRecord record) {
    return switch (record) {
      case Section section -> List.of(section.school());
      case Teacher teacher -> teacher.schools();
      case Student student -> student.schools();
      case StaffMember member -> member.schools();
      case School _, Term _, Course _, Enrolment _ -> List.of();
    };
  }

  private void bringWith(RecordKey bringing, RecordKey with) {
    Integer rule = brought.get(bringing);
    if (rule != null) {
      bring(with, rule);
    }
  }
}
