package org.rollbook.learn.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Note;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.Operation.AddStudent;
import org.rollbook.core.reconcile.Operation.AddTeacher;
import org.rollbook.core.reconcile.Operation.ArchiveClass;
import org.rollbook.core.reconcile.Operation.ChangeOwner;
import org.rollbook.core.reconcile.Operation.CreateClass;
import org.rollbook.core.reconcile.Operation.DeclineClass;
import org.rollbook.core.reconcile.Operation.RemoveStudent;
import org.rollbook.core.reconcile.Operation.RemoveTeacher;
import org.rollbook.core.reconcile.Operation.RenameClass;
import org.rollbook.core.reconcile.Operation.RestoreClass;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.importing.SyncLine.Outcome;

/** Tells people what a plan did to a class: the line of L3. */
final class Telling {
  private static final int MOST_NAMES = 20;

  private final Map<AccountId, String> names;
  private final List<AccountId> joined = new ArrayList<>();
  private final List<AccountId> departed = new ArrayList<>();
  private final List<String> says = new ArrayList<>();
  private Optional<Outcome> outcome = Optional.empty();
  private int students;

  private Telling(Map<AccountId, String> names) {
    this.names = names;
  }

  /**
   * A line without its place.
   *
   * @param says whole sentences
   */
  record Line(
      Optional<ClassId> classId,
      String className,
      Outcome outcome,
      List<String> joined,
      List<String> departed,
      String says) {}

  /**
   * @param names of everybody whom the plan may name
   * @param unseen how many of the section's people are not shared
   */
  static Line of(
      ClassId id, String className, Mirror mirror, Map<AccountId, String> names, int unseen) {
    var telling = new Telling(names);
    mirror.plan().operations().forEach(telling::operation);
    mirror.plan().notes().forEach(telling::note);
    return telling.line(id, className, unseen);
  }

  /** A class that this sync did not change. */
  static Line unchanged(ClassId id, String className, String says) {
    return new Line(Optional.of(id), className, Outcome.UNCHANGED, List.of(), List.of(), says);
  }

  private void operation(Operation operation) {
    switch (operation) {
      case CreateClass create -> {
        outcome = Optional.of(Outcome.CREATED);
        joined.add(create.owner().account());
      }
      case RestoreClass _ -> {
        outcome = Optional.of(Outcome.RESTORED);
        says.add("Its section is back in Clever, and everything in the class with it.");
      }
      case ArchiveClass _ -> {
        outcome = Optional.of(Outcome.ARCHIVED);
        says.add("Its section is not shared by Clever any more. Everything in the class is kept.");
      }
      case RenameClass rename -> says.add("It was called “%s” before.".formatted(rename.from()));
      case ChangeOwner change ->
          says.add("Its primary teacher is %s now.".formatted(name(change.to().account())));
      case AddTeacher add -> joined.add(add.member().account());
      case AddStudent add -> {
        students++;
        joined.add(add.member().account());
      }
      case RemoveTeacher remove -> departed.add(remove.member().account());
      case RemoveStudent remove -> departed.add(remove.member().account());
      case DeclineClass _ -> throw new IllegalStateException("classes here are never offered");
    }
  }

  private void note(Note note) {
    if (note instanceof Note.OwnerStays stays) {
      departed.add(stays.owner().account());
      says.add("No teacher of its section is shared with Learn.");
    }
  }

  private Line line(ClassId id, String className, int unseen) {
    changedRoles();
    var told = outcome.orElseGet(() -> nothingDone() ? Outcome.UNCHANGED : Outcome.UPDATED);
    if (told == Outcome.CREATED) {
      says.add(
          "It has %s and %s."
              .formatted(
                  count(students, "student", "students"),
                  count(joined.size() - students, "teacher", "teachers")));
      joined.clear();
    }
    var first = shown(joined, "more joined.");
    var last = shown(departed, "more left.");
    if (unseen > 0 && told != Outcome.UNCHANGED) {
      says.add(
          "%s on Clever's list, not shared with Learn."
              .formatted(count(unseen, "person is", "people are")));
    }
    return new Line(Optional.of(id), className, told, first, last, String.join(" ", says));
  }

  private boolean nothingDone() {
    return joined.isEmpty() && departed.isEmpty() && says.isEmpty();
  }

  /** Who left one seat and took another is still there. */
  private void changedRoles() {
    var both = joined.stream().filter(departed::contains).toList();
    joined.removeAll(both);
    departed.removeAll(both);
    both.forEach(account -> says.add("%s has another role now.".formatted(name(account))));
  }

  private List<String> shown(List<AccountId> accounts, String others) {
    int more = accounts.size() - MOST_NAMES;
    if (more > 0) {
      says.add("%d %s".formatted(more, others));
    }
    return accounts.stream()
        .limit(MOST_NAMES)
        .map(this::name)
        .collect(Collectors.toUnmodifiableList());
  }

  private String name(AccountId account) {
    return Optional.ofNullable(names.get(account))
        .filter(name -> !name.isEmpty())
        .orElse("somebody");
  }

  private static String count(int number, String one, String several) {
    return number + " " + (number == 1 ? one : several);
  }
}
