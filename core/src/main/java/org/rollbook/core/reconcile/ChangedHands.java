package org.rollbook.core.reconcile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rollbook.core.reconcile.AccountMatch.Matched;
import org.rollbook.core.reconcile.AccountMatch.Unmatched;
import org.rollbook.core.roster.RecordId;

/**
 * Whose a seat was and whose its account is now (G2, G3): people get other accounts, and accounts
 * pass to other people. A seat belongs to the person who had it, not to whoever has its account.
 */
final class ChangedHands {
  private final Map<RecordId, AccountMatch> listed = new TreeMap<>();
  private final SourceSeats source;
  private final SortedMap<AccountId, BaselineSeat> baseline;
  private final List<SourceMember> coTeachers;
  private final Optional<AccountId> primary;

  ChangedHands(
      SourceClass section, SourceSeats source, SortedMap<AccountId, BaselineSeat> baseline) {
    this.source = source;
    this.baseline = baseline;
    this.coTeachers = section.coTeachers();
    this.primary = section.primaryTeacher().flatMap(ChangedHands::account);
    section.students().forEach(this::list);
    section.coTeachers().forEach(this::list);
    section.primaryTeacher().ifPresent(this::list);
  }

  private void list(SourceMember member) {
    listed.put(member.person(), member.match());
  }

  private Optional<AccountMatch> match(RecordId person) {
    return Optional.ofNullable(listed.get(person));
  }

  private Optional<RecordId> former(AccountId account) {
    return Optional.ofNullable(baseline.get(account)).flatMap(BaselineSeat::person);
  }

  /** Whether the seat was one person's and the section now gives its account to another. */
  boolean toAnother(AccountId account) {
    var given = source.seats().get(account);
    return given != null && former(account).filter(was -> !given.person().equals(was)).isPresent();
  }

  /** Why the person who had a seat by this account has it by this account no more. */
  Reason leaves(AccountId account) {
    return former(account)
        .flatMap(this::match)
        .map(match ->
            switch (match) {
              case Matched _ -> Reason.ACCOUNT_REPLACED;
              case Unmatched _ -> Reason.ACCOUNT_PASSED_ON;
            })
        .orElse(Reason.LEFT_SECTION);
  }

  /** Why the person whose account this is gets a seat by it. */
  Reason joins(AccountId account) {
    boolean seatedBefore =
        source.person(account).stream()
            .anyMatch(person ->
                baseline.entrySet().stream()
                    .filter(seat -> !seat.getKey().equals(account))
                    .filter(seat -> seat.getValue().person().equals(Optional.of(person)))
                    .anyMatch(seat -> seat.getValue().agreement().source() != Seat.NONE));
    return seatedBefore ? Reason.ACCOUNT_REPLACED : Reason.JOINED_SECTION;
  }

  static Optional<AccountId> account(SourceMember member) {
    return member.match() instanceof Matched(var account) ? Optional.of(account) : Optional.empty();
  }

  /** The accounts of the section's teachers but the primary one, in its order. */
  Stream<AccountId> coTeachers() {
    return coTeachers.stream().flatMap(teacher -> account(teacher).stream());
  }

  /** Whether a listed person's account is now that of somebody who does not teach here. */
  boolean isStrangers(AccountId account) {
    return source.given(account) != Seat.TEACHER
        && !agreed(account).byHand()
        && former(account).flatMap(this::match).filter(match -> lost(match, account)).isPresent();
  }

  /** Whoever only cannot use the account for now has it still (G3). */
  private static boolean lost(AccountMatch match, AccountId account) {
    return match instanceof Unmatched unmatched
        && !unmatched.formerly().equals(Optional.of(account));
  }

  /** Why the class gets this owner. */
  Reason owns(AccountId before, AccountId after) {
    if (!primary.equals(Optional.of(after))) {
      return Reason.OWNER_ACCOUNT_PASSED_ON;
    }
    return ofOnePerson(before, after) ? Reason.ACCOUNT_REPLACED : Reason.PRIMARY_TEACHER_CHANGED;
  }

  /** Whether whoever had a seat by the one account has the other account now. */
  boolean ofOnePerson(AccountId before, AccountId after) {
    var person = source.person(after);
    return person.isPresent() && person.equals(former(before));
  }

  /**
   * The seat that was last agreed for the person whose account this is. Whoever a hand took off the
   * class stays off it with another account too, and who gets that one's account does not: the kept
   * change concerns the person (G9).
   */
  SeatAgreement agreed(AccountId account) {
    var seat = baseline.get(account);
    if (seat != null && !(keptOut(seat) && toAnother(account) && !isSeated(seat.person()))) {
      return seat.agreement();
    }
    return source
        .person(account)
        .flatMap(person ->
            baseline.values().stream()
                .filter(former -> former.person().equals(Optional.of(person)) && keptOut(former))
                .map(BaselineSeat::agreement)
                .findFirst())
        .orElse(SeatAgreement.NONE);
  }

  /**
   * Of two who swapped accounts while a hand kept one of them out, one account sits there: nobody
   * can say which of the two was meant, and what the hand left is left.
   */
  private boolean isSeated(Optional<RecordId> person) {
    return person
        .flatMap(this::match)
        .filter(match ->
            match instanceof Matched(var account)
                && baseline.containsKey(account)
                && baseline.get(account).agreement().target() != Seat.NONE)
        .isPresent();
  }

  private static boolean keptOut(BaselineSeat seat) {
    return seat.agreement().kept() && seat.agreement().target() == Seat.NONE;
  }

  /** Whether a hand keeps somebody out who waits for an account, the former being another's. */
  boolean keepsOutWaiting(AccountId account) {
    var seat = baseline.get(account);
    return seat != null
        && keptOut(seat)
        && !source.seats().containsKey(account)
        && seat.person().flatMap(this::match).filter(m -> m instanceof Unmatched).isPresent();
  }
}
