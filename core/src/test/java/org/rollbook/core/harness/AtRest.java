package org.rollbook.core.harness;

import java.util.Optional;
import java.util.stream.Stream;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.core.reconcile.Seat;

/**
 * What must be so when the hands have stopped and the sync had its say (promise 2): the class is as
 * the source has it, but for what hands changed; and that, the baseline knows.
 */
record AtRest(
    Policy policy,
    SourceSection section,
    TargetClass target,
    Hands hands,
    Optional<ClassBaseline> baseline) {

  void check() {
    if (section.shared() && section.primaryAccount().isPresent() && baseline.isEmpty()) {
      Broken.unless(false, "a shared section with a teacher has its class");
    }
    if (!section.shared() || !target.modifiable() || baseline.isEmpty()) {
      return;
    }
    Broken.unless(
        target.name().equals(section.name()) || excused(hands.everTouchedName()),
        "the name is the source's",
        target.name());
    section
        .primaryAccount()
        .ifPresent(primary ->
            Broken.unless(
                target.isOwner(primary) || excused(hands.everTouchedOwner()),
                "the primary teacher owns the class",
                primary));
    accounts().forEach(this::checkSeat);
  }

  private boolean excused(boolean touched) {
    return policy == Policy.COOPERATIVE && touched;
  }

  private static Stream<AccountId> accounts() {
    var second = World.PEOPLE.stream().map(person -> person + "2");
    return Stream.concat(World.ACCOUNTS.stream(), second).map(AccountId::new);
  }

  private void checkSeat(AccountId account) {
    var is = target.seat(account);
    var wanted = section.seat(account);
    boolean ownerStays = target.isOwner(account) && section.primaryAccount().isEmpty();
    Broken.unless(
        is == wanted || ownerStays || excused(hands.everTouched(account) || heir(account)),
        "everybody is what the source says",
        account,
        wanted,
        is);
    Broken.unless(is == known(account), "the baseline knows what a look showed", account, is);
  }

  /** Whose other account a hand took off the class. */
  private boolean heir(AccountId account) {
    var person = account.value().substring(0, 1);
    return hands.everTouched(new AccountId(person))
        || hands.everTouched(new AccountId(person + "2"));
  }

  private Seat known(AccountId account) {
    return baseline
        .map(ClassBaseline::seats)
        .map(seats -> seats.get(account))
        .map(seat -> seat.agreement().target())
        .orElse(Seat.NONE);
  }
}
