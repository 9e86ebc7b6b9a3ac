package org.rollbook.learn.importing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollbook.core.reconcile.AccountMatch;
import org.rollbook.core.reconcile.SourceClass;
import org.rollbook.core.reconcile.SourceMember;
import org.rollbook.core.roster.RecordId;
import org.rollbook.learn.people.Person;
import org.rollbook.sources.cleverapi.CleverRecord.Section;

/**
 * What a section says its class is to be.
 *
 * @param section as Clever has it
 * @param people those of its people whom Clever shows, by Clever's id
 * @param unseen those whom it does not: they have no seat
 */
record SectionClass(Section section, Map<String, Person> people, Set<String> unseen) {
  private static final int LONGEST_NAME = 200;

  SectionClass {
    people = Map.copyOf(people);
    unseen = Set.copyOf(unseen);
  }

  /** What the class is called: as the section, whose name may be missing (scenario 30). */
  static String name(Section section) {
    return Stream.of(Optional.of(section.name()), section.subject())
        .flatMap(Optional::stream)
        .map(SectionClass::plain)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("Class");
  }

  /** What tells two classes of one name apart. */
  String about() {
    return Stream.of(
            section.subject(),
            section.grade().map(grade -> "grade " + grade),
            section.period().map(period -> "period " + period),
            section.number().map(number -> "section " + number))
        .flatMap(Optional::stream)
        .map(SectionClass::plain)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** PostgreSQL keeps no NUL, wherever it comes from. */
  private static String plain(String text) {
    String plain = text.replace("\0", "").strip();
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }

  /**
   * The section as core sees it. Its class belongs to the primary teacher; where that one is not
   * named or not shared, to the first of its teachers who is (scenario 25).
   *
   * @param label what core calls it
   */
  SourceClass source(RecordId label) {
    var teachers = members(Stream.concat(section.teacher().stream(), section.teachers().stream()));
    return new SourceClass(
        label,
        name(section),
        teachers.stream().findFirst(),
        teachers.stream().skip(1).toList(),
        members(section.students().stream()));
  }

  private List<SourceMember> members(Stream<String> ids) {
    return ids.distinct()
        .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
        .map(person -> StoredClass.account(person.id().number()))
        .map(account ->
            new SourceMember(StoredClass.person(account), new AccountMatch.Matched(account)))
        .toList();
  }
}
