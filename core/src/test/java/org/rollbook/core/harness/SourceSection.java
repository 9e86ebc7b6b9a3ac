package org.rollbook.core.harness;

import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.AccountMatch.Matched;
import org.rollbook.core.reconcile.AccountMatch.Unmatched;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.core.reconcile.SourceClass;
import org.rollbook.core.reconcile.SourceMember;
import org.rollbook.core.reconcile.WaitingReason;

/** A section as its source has it, with its people's accounts. */
final class SourceSection {
  private final SortedMap<String, Seat> seats = new TreeMap<>();
  private final SortedSet<String> suspended = new TreeSet<>();
  private final SortedSet<String> withSecondAccount = new TreeSet<>();
  private Optional<String> primary = Optional.of("a");
  private String name = Samples.NAME;
  private boolean shared = true;

  void rename(String newName) {
    name = newName;
  }

  void seat(String person, Seat seat) {
    seats.put(person, seat);
  }

  void namePrimary(Optional<String> person) {
    primary = person;
  }

  void share(boolean now) {
    shared = now;
  }

  void suspend(String person) {
    suspended.add(person);
  }

  void useAgain(String person) {
    suspended.remove(person);
  }

  void replaceAccount(String person) {
    if (!withSecondAccount.remove(person)) {
      withSecondAccount.add(person);
    }
  }

  boolean shared() {
    return shared;
  }

  String name() {
    return name;
  }

  /** What the reconciler is told. */
  Optional<SourceClass> source() {
    if (!shared) {
      return Optional.empty();
    }
    var teachers = new ArrayList<SourceMember>();
    var students = new ArrayList<SourceMember>();
    seats.forEach((person, seat) -> {
      if (seat == Seat.TEACHER && !Optional.of(person).equals(primary)) {
        teachers.add(member(person));
      } else if (seat == Seat.STUDENT) {
        students.add(member(person));
      }
    });
    return Optional.of(Samples.section(name, primary.map(this::member), teachers, students));
  }

  private SourceMember member(String person) {
    var account = account(person);
    return new SourceMember(
        Samples.person(person),
        suspended.contains(person)
            ? new Unmatched(WaitingReason.SUSPENDED, Optional.of(account))
            : new Matched(account));
  }

  private AccountId account(String person) {
    return new AccountId(withSecondAccount.contains(person) ? person + "2" : person);
  }

  /** The seat that the section as it is now gives an account, whether it can be used or not. */
  Seat seat(AccountId account) {
    for (var person : World.PEOPLE) {
      if (account(person).equals(account)) {
        return primary.equals(Optional.of(person))
            ? Seat.TEACHER
            : seats.getOrDefault(person, Seat.NONE);
      }
    }
    return Seat.NONE;
  }

  /** The primary teacher's account, if there is one that can be used. */
  Optional<AccountId> primaryAccount() {
    return primary.filter(person -> !suspended.contains(person)).map(this::account);
  }

  /** Whether it was the account of one of its people who has another now, and cannot use it. */
  boolean leftBehind(AccountId account) {
    return suspended.stream()
        .filter(person ->
            primary.equals(Optional.of(person))
                || seats.getOrDefault(person, Seat.NONE) != Seat.NONE)
        .filter(person -> !account(person).equals(account))
        .anyMatch(person -> account.value().equals(person) || account.value().equals(person + "2"));
  }

  /** Whether an account can be given a seat. */
  boolean usable(AccountId account) {
    return suspended.stream().noneMatch(person -> account(person).equals(account));
  }
}
