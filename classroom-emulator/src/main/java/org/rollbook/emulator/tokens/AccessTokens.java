package org.rollbook.emulator.tokens;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rollbook.emulator.calls.Caller;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.AccountId;
import org.rollbook.emulator.people.Accounts;

/**
 * The access tokens that were given out, and those that need no giving: {@code user:EMAIL} acts as
 * that person's own token with every scope, outside the service account's quotas. A project other
 * than the emulator's own is named {@code user:EMAIL;project=NAME}.
 */
public final class AccessTokens {
  /** How long a token lasts, as Google's do. */
  static final Duration LIFE = Duration.ofHours(1);

  private static final String OWN = "user:";
  private static final String PROJECT = ";project=";
  private static final int SWEEP_ABOVE = 10_000;

  private record Granted(Caller caller, Instant until) {}

  private final Map<String, Granted> granted = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();
  private final InstantSource clock;
  private final String project;
  private final Set<String> everyScope;

  /** No tokens yet, of the project of the service account. */
  public AccessTokens(InstantSource clock, String project, Set<String> everyScope) {
    this.clock = clock;
    this.project = project;
    this.everyScope = Set.copyOf(everyScope);
  }

  /** Gives out a token for a person with some scopes. */
  String grant(AccountId account, Set<String> scopes) {
    Instant now = clock.instant();
    if (granted.size() > SWEEP_ABOVE) {
      granted.values().removeIf(old -> old.until().isBefore(now));
    }
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String token = "ya29.emulator." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Caller caller = new Caller(account, Set.copyOf(scopes), true, project);
    granted.put(token, new Granted(caller, now.plus(LIFE)));
    return token;
  }

  /** Who a bearer token stands for; nothing when it is unknown, expired or of nobody active. */
  public Optional<Caller> caller(String token, Accounts accounts) {
    if (token.startsWith(OWN)) {
      return own(token.substring(OWN.length()), accounts);
    }
    return Optional.ofNullable(granted.get(token))
        .filter(known -> clock.instant().isBefore(known.until()))
        .map(Granted::caller)
        .filter(caller -> accounts.get(caller.account()).active());
  }

  private Optional<Caller> own(String text, Accounts accounts) {
    int split = text.indexOf(PROJECT);
    String email = split < 0 ? text : text.substring(0, split);
    String of = split < 0 ? project : text.substring(split + PROJECT.length());
    return accounts
        .find(email.strip())
        .filter(Account::active)
        .map(account -> new Caller(account.id(), everyScope, false, of));
  }
}
