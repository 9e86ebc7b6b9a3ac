package org.rollbook.hub.node;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a stand-in for Google which quotas it enforces. */
final class EmulatorQuota {
  private static final int PATIENCE_MILLIS = 2_000;

  private EmulatorQuota() {}

  /**
   * The quotas per minute that {@code root} says it has, by the name that they are counted under;
   * absent when it does not say.
   */
  static Optional<Map<String, Integer>> ask(URI root, String project, String user) {
    var address = root.resolve("emulator/quota");
    try {
      var http = (HttpURLConnection) address.toURL().openConnection();
      http.setConnectTimeout(PATIENCE_MILLIS);
      http.setReadTimeout(PATIENCE_MILLIS);
      try {
        return http.getResponseCode() == HttpURLConnection.HTTP_OK
            ? read(http, project, user)
            : Optional.empty();
      } finally {
        http.disconnect();
      }
    } catch (IOException | JacksonException e) {
      // A target that does not answer is met, and told of, by the first real call.
      return Optional.empty();
    }
  }

  private static Optional<Map<String, Integer>> read(
      HttpURLConnection http, String project, String user) throws IOException {
    try (var body = http.getInputStream()) {
      JsonNode answer = JsonMapper.shared().readTree(body);
      var quotas = new TreeMap<String, Integer>();
      put(quotas, project, answer.path("perMinute"));
      put(quotas, user, answer.path("perMinutePerUser"));
      return answer.isObject() ? Optional.of(Map.copyOf(quotas)) : Optional.empty();
    }
  }

  private static void put(Map<String, Integer> quotas, String name, JsonNode limit) {
    if (limit.isInt() && limit.asInt() > 0) {
      quotas.put(name, limit.asInt());
    }
  }
}
