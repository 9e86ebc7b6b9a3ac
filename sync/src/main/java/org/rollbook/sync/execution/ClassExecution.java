package org.rollbook.sync.execution;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.BaselineAfter;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.Outcome;
import org.rollbook.sync.baseline.BaselineWriting;
import org.rollbook.sync.execution.RunClass.Numbered;
import org.rollbook.sync.runs.OperationState;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Does the operations of one class, one after the other: journal, send, journal with what the
 * answer makes of the baseline. The journal entry of an answer also says what is sent next, so that
 * an operation costs one commit.
 */
final class ClassExecution {
  private final Target target;
  private final Journal journal;
  private final FirstContact firstContact;
  private final InstantSource clock;
  private final RunClass work;
  private final BooleanSupplier stopped;

  private ClassAddress address;
  private Optional<ClassBaseline> baseline;
  private boolean over;
  private Optional<AccountId> ownerStays = Optional.empty();

  ClassExecution(
      Target target,
      Journal journal,
      FirstContact firstContact,
      InstantSource clock,
      RunClass work,
      BooleanSupplier stopped) {
    this.target = target;
    this.journal = journal;
    this.firstContact = firstContact;
    this.clock = clock;
    this.work = work;
    this.stopped = stopped;
    this.address = work.address();
    this.baseline = work.baseline();
  }

  /**
   * @throws TargetUnavailable when the target cannot be used; what was not answered stays to be
   *     done
   * @throws InterruptedException likewise when the run is stopped
   */
  void run() throws TargetUnavailable, InterruptedException {
    var operations = work.operations();
    if (operations.isEmpty()) {
      return;
    }
    var first = operations.getFirst();
    // Also when the journal says so already: who has lost the lease learns it before sending.
    write(first.noted() ? List.of() : List.of(sent(first)), Optional.empty());
    for (int i = 0; i < operations.size() && !over; i++) {
      step(operations.get(i), operations.subList(i + 1, operations.size()));
    }
  }

  private void step(Numbered now, List<Numbered> rest)
      throws TargetUnavailable, InterruptedException {
    if (needsWhatDidNotHappen(now.operation())) {
      record(leftOut(now), baseline, rest);
      return;
    }
    if (stopped.getAsBoolean()) {
      throw new InterruptedException("the run is stopped");
    }
    var answer = target.perform(address, now.operation(), now.sentSince());
    var before = baseline;
    var step = take(now, answer);
    record(step, before, rest);
  }

  /** After its owner did not change. */
  private boolean needsWhatDidNotHappen(Operation operation) {
    return operation instanceof Operation.RemoveTeacher remove
        && ownerStays.equals(Optional.of(remove.member().account()));
  }

  private Journal.Step take(Numbered now, Answer answer)
      throws TargetUnavailable, InterruptedException {
    return switch (answer) {
      case Answer.Done done -> {
        done.made().ifPresent(id -> address = address.at(id));
        move(now.operation(), new Outcome.Done());
        yield Journal.Step.of(now.number(), OperationState.DONE);
      }
      case Answer.AlreadySo _ -> {
        move(now.operation(), new Outcome.AlreadySo());
        yield Journal.Step.of(now.number(), OperationState.ALREADY);
      }
      case Answer.ClassFound(var id, var seen) -> {
        address = address.at(id);
        baseline = firstContact.adopt(work.section(), seen);
        over = true;
        yield Journal.Step.of(now.number(), OperationState.ALREADY);
      }
      case Answer.HandWasThere(var observed) -> handWasThere(now, observed);
      case Answer.Refused(var code, var message, var advice) -> {
        didNotHappen(now.operation());
        yield new Journal.Step(now.number(), OperationState.REFUSED, code, message, advice);
      }
    };
  }

  private Journal.Step handWasThere(Numbered now, Observation observed) {
    move(now.operation(), new Outcome.HandWasThere(observed));
    over =
        !(observed instanceof Observation.Seen seen
            && (seen.state().modifiable() || now.operation().kind().ends()));
    didNotHappen(now.operation());
    return Journal.Step.of(now.number(), OperationState.HAND_WAS_THERE);
  }

  private void didNotHappen(Operation operation) {
    switch (operation) {
      case Operation.CreateClass _, Operation.RestoreClass _ -> over = true;
      case Operation.ChangeOwner change -> ownerStays = Optional.of(change.from());
      case Operation.RenameClass _,
          Operation.AddTeacher _,
          Operation.RemoveTeacher _,
          Operation.AddStudent _,
          Operation.RemoveStudent _,
          Operation.ArchiveClass _,
          Operation.DeclineClass _ -> {
        // Nothing that follows depends on it.
      }
    }
  }

  private void move(Operation operation, Outcome outcome) {
    baseline =
        operation instanceof Operation.CreateClass create
            ? BaselineAfter.created(work.section(), create, outcome)
            : baseline.map(former -> BaselineAfter.after(former, operation, outcome));
  }

  /**
   * After a class could not be made, was found instead, or was ended by a hand, all the rest is
   * left out in the same entry: a process that goes on after a kill must not take it for work.
   */
  private void record(Journal.Step step, Optional<ClassBaseline> before, List<Numbered> rest)
      throws InterruptedException {
    var steps = new ArrayList<Journal.Step>();
    steps.add(step);
    if (over) {
      rest.forEach(left -> steps.add(leftOut(left)));
    } else {
      rest.stream()
          .findFirst()
          .filter(next -> !next.noted() && !needsWhatDidNotHappen(next.operation()))
          .ifPresent(next -> steps.add(sent(next)));
    }
    write(
        steps,
        baseline
            .filter(after -> !before.equals(Optional.of(after)))
            .map(after -> change(before, after)));
  }

  /** The run settled the school before it began with operations. */
  private BaselineWriting.Change change(Optional<ClassBaseline> before, ClassBaseline after) {
    return new BaselineWriting.Change(
        work.school(), false, address, before, after, clock.instant());
  }

  private static Journal.Step leftOut(Numbered operation) {
    return Journal.Step.of(operation.number(), OperationState.LEFT_OUT);
  }

  private static Journal.Step sent(Numbered operation) {
    return Journal.Step.of(operation.number(), OperationState.SENT);
  }

  private void write(List<Journal.Step> steps, Optional<BaselineWriting.Change> change)
      throws InterruptedException {
    journal.write(new Journal.Entry(work.section(), steps, change));
  }
}
