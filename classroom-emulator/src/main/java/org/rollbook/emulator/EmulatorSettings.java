package org.rollbook.emulator;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.rollbook.emulator.calls.Scopes;
import org.rollbook.emulator.courses.Limits;

/**
 * How an emulator is set up.
 *
 * @param port where it listens on the loopback address; 0 is any free port
 * @param domain the Workspace domain, such as {@code district.example}; domains below it are of it
 * @param quotas whether Google's quotas per minute are enforced
 * @param serviceAccountKeyJson a key file of an emulator before, so that a connection made with it
 *     goes on working; a new key is made otherwise
 * @param limits how much of everything there may be
 * @param delegatedScopes what the domain's administrator has allowed the service account
 * @param clock the time, which tests move as they like
 */
public record EmulatorSettings(
    int port,
    String domain,
    boolean quotas,
    Optional<String> serviceAccountKeyJson,
    Limits limits,
    Set<String> delegatedScopes,
    InstantSource clock) {
  public EmulatorSettings {
    delegatedScopes = Set.copyOf(delegatedScopes);
    if (!domain.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+")) {
      throw new IllegalArgumentException(
          "'%s' is no domain; write one like school.example.".formatted(domain));
    }
  }

  /** Google's limits, every scope allowed, the system's time, a new key. */
  public static EmulatorSettings of(int port, String domain, boolean quotas) {
    return new EmulatorSettings(
        port,
        domain,
        quotas,
        Optional.empty(),
        Limits.google(),
        Scopes.all(),
        InstantSource.system());
  }

  /** The same with the key file of an emulator before. */
  public EmulatorSettings withKey(String keyJson) {
    return new EmulatorSettings(
        port, domain, quotas, Optional.of(keyJson), limits, delegatedScopes, clock);
  }

  /** The same with other limits. */
  public EmulatorSettings withLimits(Limits others) {
    return new EmulatorSettings(
        port, domain, quotas, serviceAccountKeyJson, others, delegatedScopes, clock);
  }

  /** The same with other scopes allowed to the service account. */
  public EmulatorSettings withDelegatedScopes(Set<String> scopes) {
    return new EmulatorSettings(port, domain, quotas, serviceAccountKeyJson, limits, scopes, clock);
  }

  /** The same with another clock. */
  public EmulatorSettings withClock(InstantSource time) {
    return new EmulatorSettings(
        port, domain, quotas, serviceAccountKeyJson, limits, delegatedScopes, time);
  }
}
