package org.rollbook.learn.mastery;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rollbook.learn.classes.ClassAccess;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.classes.ClassMember;
import org.rollbook.learn.pages.Excerpt;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.PersonId;

/** Puts together who knows what. Safe for several threads. */
final class MasteryGrids {
  private final Skills skills;
  private final Mastery mastery;
  private final SkillsInUse inUse;
  private final ClassAccess access;

  MasteryGrids(Skills skills, Mastery mastery, SkillsInUse inUse, ClassAccess access) {
    this.skills = skills;
    this.mastery = mastery;
    this.inUse = inUse;
    this.access = access;
  }

  /**
   * Skills that the class works on and skills that its students bring along (L8), for those who are
   * on the class now.
   */
  MasteryGrid of(ClassId id, int page) {
    var students =
        access.students(id).stream().filter(ClassMember::present).map(ClassMember::person).toList();
    var known = mastery.ofStudents(id.district(), students.stream().map(Person::id).toList());
    var shown = new LinkedHashSet<>(inUse.in(id));
    known.values().forEach(one -> shown.addAll(one.keySet()));
    var subjects = shown(shown);
    var columns = subjects.values().stream().flatMap(List::stream).toList();
    var rows =
        students.stream()
            .map(student ->
                new MasteryGrid.Row(
                    student, cells(columns, known.getOrDefault(student.id(), Map.of()))))
            .toList();
    return new MasteryGrid(subjects, Excerpt.of(rows, page));
  }

  /** One student's own: every skill that they have answered a question on, by subject. */
  Map<String, List<MasteryGrid.Cell>> of(PersonId student) {
    var known = mastery.of(student);
    var found = new LinkedHashMap<String, List<MasteryGrid.Cell>>();
    shown(known.keySet()).forEach((subject, these) -> found.put(subject, cells(these, known)));
    return found;
  }

  private Map<String, List<Skill>> shown(Set<SkillId> ids) {
    var subjects = new LinkedHashMap<String, List<Skill>>();
    skills
        .bySubject()
        .forEach((subject, all) -> {
          var these = all.stream().filter(skill -> ids.contains(skill.id())).toList();
          if (!these.isEmpty()) {
            subjects.put(subject, these);
          }
        });
    return subjects;
  }

  private static List<MasteryGrid.Cell> cells(List<Skill> columns, Map<SkillId, Knowledge> known) {
    return columns.stream()
        .map(skill -> new MasteryGrid.Cell(skill, known.getOrDefault(skill.id(), Knowledge.NONE)))
        .toList();
  }
}
