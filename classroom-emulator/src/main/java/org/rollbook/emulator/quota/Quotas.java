package org.rollbook.emulator.quota;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollbook.emulator.people.AccountId;
import org.rollbook.emulator.wire.Refusal;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Status;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Classroom API's quotas: calls in any 60 seconds, per impersonated person and for the whole
 * client (source: Classroom API, "Usage limits": 1,200 and 3,000). A refused call does not count
 * against the quota. Thread-safe.
 */
public final class Quotas {
  /** Calls a minute for one impersonated person. */
  public static final int PER_USER = 1_200;

  /** Calls a minute for the client. */
  public static final int PER_CLIENT = 3_000;

  private final InstantSource clock;
  private final String project;
  private final MovingWindow client = new MovingWindow();
  private final Map<AccountId, MovingWindow> users = new HashMap<>();

  /** Nothing used yet, in a Cloud project. */
  public Quotas(InstantSource clock, String project) {
    this.clock = clock;
    this.project = project;
  }

  /**
   * Counts a call for a person.
   *
   * @throws Refused RESOURCE_EXHAUSTED in Google's words when a quota is used up
   */
  public synchronized void take(AccountId person, int perUser, int perClient) {
    long now = clock.millis();
    MovingWindow user = users.computeIfAbsent(person, _ -> new MovingWindow());
    if (!user.hasRoom(now, perUser)) {
      throw exhausted("Requests per minute per user", perUser);
    }
    if (!client.hasRoom(now, perClient)) {
      throw exhausted("Requests per minute", perClient);
    }
    user.count(now);
    client.count(now);
  }

  private Refused exhausted(String limit, int value) {
    String message =
        "Quota exceeded for quota metric 'Requests' and limit '%s' of service".formatted(limit)
            + " 'classroom.googleapis.com' for consumer 'project:"
            + project
            + "'.";
    ObjectNode info = Refused.errorInfo("RATE_LIMIT_EXCEEDED");
    ObjectNode metadata = info.putObject("metadata");
    metadata.put("service", "classroom.googleapis.com").put("quota_limit", limit);
    metadata.put("quota_limit_value", Integer.toString(value));
    return new Refused(new Refusal(Status.RESOURCE_EXHAUSTED, message, List.of(info)));
  }
}
