package org.rollbook.core.harness;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.AccountMatch;
import org.rollbook.core.reconcile.AccountMatch.Matched;
import org.rollbook.core.reconcile.AccountMatch.Unmatched;
import org.rollbook.core.reconcile.WaitingReason;

/**
 * Who has which account, where accounts pass from one person to another and the matching notes what
 * it last found (G2, G3). A person has at most one account, and an account at most one person.
 */
final class Directory {
  static final List<String> PEOPLE = List.of("a", "b", "c", "d");

  /** One for each of the people, and two that are free. */
  static final List<String> ACCOUNTS = List.of("a", "b", "c", "d", "e", "f");

  private final SortedMap<String, String> accounts = new TreeMap<>();
  private final SortedMap<String, String> noted = new TreeMap<>();
  private final SortedSet<String> suspended = new TreeSet<>();

  Directory() {
    PEOPLE.forEach(person -> accounts.put(person, person));
  }

  /** Whoever had the account has none from now on. */
  void pass(String account, String person) {
    accounts.values().remove(account);
    accounts.put(person, account);
  }

  void swap(String one, String other) {
    var first = Optional.ofNullable(accounts.remove(one));
    var second = Optional.ofNullable(accounts.remove(other));
    first.ifPresent(account -> accounts.put(other, account));
    second.ifPresent(account -> accounts.put(one, account));
  }

  void delete(String person) {
    accounts.remove(person);
  }

  void suspendOrNot(String person) {
    if (!suspended.remove(person)) {
      suspended.add(person);
    }
  }

  /** The account that a person can use. */
  Optional<AccountId> usable(String person) {
    return Optional.ofNullable(accounts.get(person))
        .filter(_ -> !suspended.contains(person))
        .map(AccountId::new);
  }

  /** As the matching tells it. */
  AccountMatch match(String person) {
    return usable(person).<AccountMatch>map(Matched::new).orElseGet(() -> unmatched(person));
  }

  private AccountMatch unmatched(String person) {
    var formerly = Optional.ofNullable(noted.get(person));
    return accounts.containsKey(person)
        ? new Unmatched(
            WaitingReason.SUSPENDED,
            formerly.or(() -> Optional.of(accounts.get(person))).map(AccountId::new))
        : new Unmatched(WaitingReason.NO_ACCOUNT, formerly.map(AccountId::new));
  }

  /** Matches everybody: what was matched stays noted until somebody else can use it. */
  void matchAnew() {
    for (var person : PEOPLE) {
      usable(person)
          .ifPresent(account -> {
            noted.values().remove(account.value());
            noted.put(person, account.value());
          });
    }
  }

  @Override
  public String toString() {
    return "accounts %s, noted %s, suspended %s".formatted(accounts, noted, suspended);
  }
}
