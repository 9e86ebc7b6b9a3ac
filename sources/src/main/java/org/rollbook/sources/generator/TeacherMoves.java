package org.rollbook.sources.generator;

import java.util.List;

/** Who teaches what, as it changes in a year. */
final class TeacherMoves {
  private static final int MOST_CO_TEACHERS = 2;

  private final SchoolDay today;
  private final Draft draft;

  TeacherMoves(SchoolDay today) {
    this.today = today;
    this.draft = today.draft();
  }

  /** A teacher leaves the district; somebody new takes over every section. */
  void replace() {
    today
        .anySection(section -> today.sectionsTaughtBy(section.teacher()).noneMatch(today::hasMoved))
        .map(section -> draft.teachers().get(section.teacher()))
        .ifPresent(this::replace);
  }

  private void replace(GeneratedTeacher former) {
    List<GeneratedSection> taught = today.sectionsTaughtBy(former.number()).toList();
    GeneratedTeacher successor = draft.hire(former.school(), former.department(), today.dice());
    Move.Person leaver = today.person(former);
    draft.put(former.gone());
    List<GeneratedSection> handed =
        taught.stream()
            .map(section -> draft.put(section.handedOver(former.number(), successor.number())))
            .toList();
    handed.forEach(today::moved);
    today.happened(
        new Move.TeacherReplaced(
            leaver,
            today.person(successor),
            draft.directory().school(former.school()),
            today.groups(handed.stream().filter(s -> s.teacher() == successor.number()).toList()),
            today.groups(handed.stream().filter(s -> s.teacher() != successor.number()).toList())));
  }

  void join() {
    today
        .anySection(section -> section.coTeachers().size() < MOST_CO_TEACHERS)
        .ifPresent(this::join);
  }

  private void join(GeneratedSection section) {
    today
        .anyTeacher(section.offer().school(), teacher -> !section.taughtBy(teacher.number()))
        .ifPresent(teacher -> {
          draft.put(section.withCoTeacher(teacher.number()));
          today.moved(section);
          today.happened(new Move.CoTeacherJoined(today.person(teacher), today.group(section)));
        });
  }

  void leave() {
    today.anySection(section -> !section.coTeachers().isEmpty()).ifPresent(this::leave);
  }

  private void leave(GeneratedSection section) {
    GeneratedTeacher teacher = draft.teachers().get(section.coTeachers().getLast());
    draft.put(section.withoutCoTeacher(teacher.number()));
    today.moved(section);
    today.happened(new Move.CoTeacherLeft(today.person(teacher), today.group(section)));
  }
}
