package org.rollbook.learn.importing;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.core.roster.RecordId;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.people.DistrictId;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings one class in line with what was read of its section, and tells of it, in one transaction:
 * whoever ends between two classes has done the one and not begun the other.
 */
final class ClassSync {
  /** For a section of which there is no class yet, and so no number. */
  private static final RecordId NOT_MADE = new RecordId(Long.MAX_VALUE);

  private final ClassStore store;
  private final RunRows runs;
  private final TransactionTemplate transaction;

  ClassSync(LearnDatabase database, RunRows runs) {
    this.store = new ClassStore(database);
    this.runs = runs;
    this.transaction = database.transaction();
  }

  /**
   * One class of a run.
   *
   * @param position of its line
   * @param reading the number of the reading
   * @param section Clever's id of the section
   * @param now what it says; absent when the section is gone
   */
  record Step(RunId run, int position, long reading, String section, Optional<SectionClass> now) {}

  /**
   * @throws CannotGoOn when the run is not ours any more, or the class cannot be made
   */
  void apply(Step step) throws CannotGoOn {
    // Absent where a co-teacher's sync made the class at the same moment: then it is there now.
    var told = attempt(step);
    if (told.isEmpty()) {
      told = attempt(step);
    }
    if (told.isEmpty()) {
      throw new IllegalStateException("a class was made and is not there");
    }
    switch (told.get()) {
      case Ending.Told _ -> {}
      case Ending.NotOurs _ -> throw Failures.interrupted();
      case Ending.NoTeacher _ ->
          throw Failures.answer("lists a section without any teacher whom it shares");
    }
  }

  /** How an attempt ended. */
  private sealed interface Ending {
    record Told() implements Ending {}

    record NotOurs() implements Ending {}

    record NoTeacher() implements Ending {}
  }

  private Optional<Ending> attempt(Step step) {
    return Objects.requireNonNull(transaction.execute(status -> inTransaction(step)));
  }

  private Optional<Ending> inTransaction(Step step) {
    if (!runs.holds(step.run())) {
      return Optional.of(new Ending.NotOurs());
    }
    var stored = store.held(step.run().district(), step.section());
    if (stored.isPresent() && stored.get().reading() > step.reading()) {
      var newer = stored.get();
      return told(
          step,
          Telling.unchanged(newer.id(), newer.name(), "Another teacher's sync has read it since."));
    }
    return decided(step, stored);
  }

  private Optional<Ending> decided(Step step, Optional<StoredClass> stored) {
    var label = stored.map(StoredClass::label).orElse(NOT_MADE);
    var mirror = Mirror.decide(label, stored, step.now().map(section -> section.source(label)));
    if (mirror.after().isEmpty()) {
      return Optional.of(new Ending.NoTeacher());
    }
    return written(step, stored, mirror).flatMap(id -> told(step, line(step, id, stored, mirror)));
  }

  private Optional<Ending> told(Step step, Telling.Line line) {
    runs.line(step.run(), step.position(), line, Optional.empty());
    return Optional.of(new Ending.Told());
  }

  /** Absent when the class was to be made and another sync made it meanwhile. */
  private Optional<ClassId> written(Step step, Optional<StoredClass> stored, Mirror mirror) {
    var after = mirror.after().orElseThrow();
    if (step.now().isEmpty()) {
      store.end(stored.orElseThrow(), after.ended(), step.reading());
      return stored.map(StoredClass::id);
    }
    var now = step.now().get();
    var content = new ClassStore.Content(after, now.about(), step.reading(), now.unseen());
    if (stored.isEmpty()) {
      return store.make(district(step), step.section(), content);
    }
    store.write(stored.get(), content);
    return stored.map(StoredClass::id);
  }

  private static DistrictId district(Step step) {
    return step.run().district();
  }

  private static Telling.Line line(
      Step step, ClassId id, Optional<StoredClass> stored, Mirror mirror) {
    Map<AccountId, String> names = new HashMap<>();
    stored.ifPresent(
        before -> before.seats().forEach((account, seat) -> names.put(account, seat.name())));
    step.now()
        .ifPresent(section ->
            section
                .people()
                .values()
                .forEach(
                    person -> names.put(StoredClass.account(person.id().number()), person.name())));
    boolean stays =
        mirror.plan().operations().stream()
            .noneMatch(operation -> operation.kind() == OperationKind.RENAME_CLASS);
    String name =
        stays && stored.isPresent()
            ? stored.get().name()
            : mirror.after().orElseThrow().name().target();
    return Telling.of(
        id, name, mirror, names, step.now().map(section -> section.unseen().size()).orElse(0));
  }
}
