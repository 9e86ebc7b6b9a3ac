package org.rollbook.learn.classes;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollbook.learn.people.PersonId;

/** The classes that somebody may look into, and as what. Safe for several threads. */
public final class ClassAccess {
  private final Classes classes;
  private final ClassLists lists;

  public ClassAccess(Classes classes, ClassLists lists) {
    this.classes = classes;
    this.lists = lists;
  }

  /** The class, also an archived one, if this person is one of its teachers now. */
  public Optional<LearningClass> taught(ClassId id, PersonId teacher) {
    return classes.mayTeach(teacher, id) ? lists.find(id) : Optional.empty();
  }

  /** The class if it is in use and this person is one of its students now (L9). */
  public Optional<LearningClass> attended(ClassId id, PersonId student) {
    return classes.isOn(student, id) ? lists.find(id) : Optional.empty();
  }

  /** The classes in use that this person teaches now, by name. */
  public List<LearningClass> taughtNow(PersonId teacher) {
    var taught = lists.taughtBy(teacher);
    return Stream.of(taught.byHand(), taught.synced())
        .flatMap(List::stream)
        .map(TeachersClasses.Listed::learningClass)
        .toList();
  }

  /** Everybody who is or was a student of the class, by family name. */
  public List<ClassMember> students(ClassId id) {
    return lists.members(id).stream().filter(member -> member.role() == Role.STUDENT).toList();
  }
}
