package org.rollbook.emulator.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Every account, by id, primary address and alias. Not thread-safe by itself: calls hold the
 * emulator's lock.
 */
public final class Accounts {
  private final String domain;
  private final Set<String> domains = new TreeSet<>();
  private final List<Account> byOrdinal = new ArrayList<>();
  private final NavigableMap<String, AccountId> byEmail = new TreeMap<>();
  private final Map<String, AccountId> byAlias = new HashMap<>();

  /** No accounts yet, in a domain such as {@code district.example}. */
  public Accounts(String domain) {
    this.domain = domain.toLowerCase(Locale.ROOT);
    domains.add(this.domain);
  }

  /**
   * Makes another domain one of the customer's, as a Workspace has several where schools merged.
   */
  public void addDomain(String another) {
    domains.add(another.toLowerCase(Locale.ROOT));
  }

  /** The domain's name. */
  public String domain() {
    return domain;
  }

  /** The address of the administrator who always exists. */
  public String adminEmail() {
    return "admin@" + domain;
  }

  /** Whether an address is of one of the customer's domains or of a domain below one. */
  public boolean within(String email) {
    String host = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return domains.contains(host) || domains.stream().anyMatch(own -> host.endsWith("." + own));
  }

  /** Whether an account is of one of the customer's domains. */
  public boolean within(Account account) {
    return within(account.email());
  }

  /** Whether an address already reaches an account that is not deleted. */
  public boolean taken(String email) {
    String address = email.toLowerCase(Locale.ROOT);
    return byEmail.containsKey(address) || byAlias.containsKey(address);
  }

  /** Makes an account; its address must not be {@link #taken}. */
  public Account add(String email, String givenName, String familyName, Instant now) {
    Account account =
        new Account(
            new AccountId(byOrdinal.size()),
            email.toLowerCase(Locale.ROOT),
            givenName,
            familyName,
            List.of(),
            email.equalsIgnoreCase(adminEmail()),
            false,
            false,
            now,
            Optional.empty(),
            "/",
            Optional.empty());
    byOrdinal.add(account);
    byEmail.put(account.email(), account.id());
    return account;
  }

  /** Keeps an account's new state; a deleted account gives its addresses free. */
  public Account put(Account changed) {
    Account former = byOrdinal.set(changed.id().ordinal(), changed);
    byEmail.remove(former.email(), former.id());
    former.aliases().forEach(alias -> byAlias.remove(alias, former.id()));
    if (changed.deleted().isEmpty()) {
      byEmail.put(changed.email(), changed.id());
      changed.aliases().forEach(alias -> byAlias.put(alias, changed.id()));
    }
    return changed;
  }

  /** The account of an id, also a deleted one. */
  public Account get(AccountId id) {
    return byOrdinal.get(id.ordinal());
  }

  /** The account of an ordinal, also a deleted one. */
  public Account get(int ordinal) {
    return byOrdinal.get(ordinal);
  }

  /** The account that an id, an address or an alias names, unless it is deleted. */
  public Optional<Account> find(String key) {
    return named(key).filter(account -> account.deleted().isEmpty());
  }

  /** The account that an id, an address or an alias names; by id also a deleted one. */
  public Optional<Account> named(String key) {
    if (key.indexOf('@') < 0) {
      return AccountId.parse(key)
          .filter(id -> id.ordinal() < byOrdinal.size())
          .map(id -> byOrdinal.get(id.ordinal()));
    }
    String address = key.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(byEmail.get(address))
        .or(() -> Optional.ofNullable(byAlias.get(address)))
        .map(this::get);
  }

  /**
   * The accounts that are not deleted, in the order of their addresses, after one address. Lazily:
   * a collection's own stream would count every account of the view first.
   */
  public Stream<Account> after(String email) {
    Iterator<AccountId> ids = byEmail.tailMap(email, false).values().iterator();
    Spliterator<AccountId> unsized = Spliterators.spliteratorUnknownSize(ids, Spliterator.ORDERED);
    return StreamSupport.stream(unsized, false).map(this::get);
  }

  /** Every account ever made, deleted ones too, in the order of their making. */
  public List<Account> everyone() {
    return Collections.unmodifiableList(byOrdinal);
  }
}
