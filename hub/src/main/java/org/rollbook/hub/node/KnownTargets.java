package org.rollbook.hub.node;

import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.rollbook.google.GoogleClassroom;
import org.rollbook.google.GoogleSettings;
import org.rollbook.sync.connections.NewConnection;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.quota.Calls;
import org.rollbook.sync.quota.Closing;
import org.rollbook.sync.quota.Patience;
import org.rollbook.sync.quota.Quota;
import org.rollbook.sync.quota.Retries;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Opens the targets that Rollbook knows. */
final class KnownTargets implements Targets {
  /** The kind of target that a connection to Google Classroom is of. */
  static final String GOOGLE_CLASSROOM = "google-classroom";

  private static final int GOOGLE_PER_PROJECT = 3_000;
  private static final int GOOGLE_PER_USER = 1_200;

  @Override
  public Map<String, Integer> quotas(TargetConnection connection, String credentials) {
    var project =
        connection.rootUrl().map(Object::toString).orElse("google") + "|" + project(credentials);
    var user = project + "|" + connection.administrator();
    var limits = new TreeMap<>(usual(connection, project, user));
    // Beside Google's own, which do not grow by what one of many connections allows itself.
    connection.callsPerMinute().ifPresent(calls -> limits.put(user + "|" + connection.id(), calls));
    return named(limits);
  }

  private static Map<String, Integer> usual(
      TargetConnection connection, String project, String user) {
    return connection
        .rootUrl()
        .flatMap(root -> EmulatorQuota.ask(root, project, user))
        .orElse(Map.of(project, GOOGLE_PER_PROJECT, user, GOOGLE_PER_USER));
  }

  /** A shared bucket keeps the limit that it was made with: another limit is another bucket. */
  private static Map<String, Integer> named(Map<String, Integer> limits) {
    return limits.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                limit -> limit.getKey() + "|" + limit.getValue(), Map.Entry::getValue));
  }

  private static String project(String credentials) {
    try {
      return JsonMapper.shared().readTree(credentials).path("project_id").asString("");
    } catch (JacksonException e) {
      // Opening the target says what is wrong with the key, and shows nothing of it.
      return "";
    }
  }

  @Override
  public Target open(TargetConnection connection, String credentials, CallGate gate) {
    if (!connection.target().equals(GOOGLE_CLASSROOM)) {
      throw new IllegalArgumentException(
          "%s goes to '%s', which this Rollbook does not know."
              .formatted(connection.id(), connection.target()));
    }
    return open(
        new GoogleSettings(credentials, connection.administrator(), connection.rootUrl()), gate);
  }

  /**
   * Looks at the credentials without sending anything.
   *
   * @throws IllegalArgumentException when they cannot be used, without showing them
   */
  static void requireUsable(NewConnection wanted) {
    var settings =
        new GoogleSettings(wanted.credentials(), wanted.administrator(), wanted.rootUrl());
    var unused =
        new Calls(
            Quota.UNLIMITED,
            Patience.USUAL,
            RandomGenerator.getDefault(),
            Retries.UNTOLD,
            Closing.UNTOLD);
    open(settings, unused).close();
  }

  private static Target open(GoogleSettings settings, CallGate gate) {
    try {
      return GoogleClassroom.open(settings, gate);
    } catch (TargetUnavailable e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
