package org.rollbook.learn.clever;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.sources.cleverapi.AccessToken;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverOAuth;
import org.rollbook.sources.cleverapi.CleverSettings;
import org.rollbook.sources.cleverapi.CleverSettings.Patience;
import org.rollbook.sources.cleverapi.DistrictTokens;
import org.rollbook.sources.cleverapi.Surroundings;
import org.rollbook.sources.cleverapi.TokenSource;

/**
 * Clever, or the hub in its place. A district has one client, shared by everybody: it keeps the
 * rate limit, which Clever counts for each district's token. Safe for several threads.
 */
public final class Clever implements AutoCloseable {
  private final CleverConnection connection;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Surroundings around;
  private final CleverOAuth signIn;
  private final CleverOAuth rostering;
  private final ConcurrentMap<DistrictId, CleverApi> districts = new ConcurrentHashMap<>();

  public Clever(CleverConnection connection, InstantSource clock) {
    this.connection = connection;
    var http =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .executor(threads)
            .build();
    // Asked for anew each time: a generator of one thread must not be used by another.
    RandomGenerator jitter = () -> ThreadLocalRandom.current().nextLong();
    this.around = new Surroundings(http, clock, Thread::sleep, jitter);
    this.signIn = oauth(connection.signIn(), connection.waiting());
    this.rostering =
        oauth(connection.rostering().orElse(connection.signIn()), connection.reading());
  }

  private CleverOAuth oauth(CleverConnection.App app, Patience patience) {
    return new CleverOAuth(
        connection.baseUrl(), app.clientId(), app.secret(), settings(patience), around);
  }

  private CleverSettings settings(Patience patience) {
    return CleverSettings.of(connection.apiUrl())
        .withPageSize(connection.pageSize())
        .withPatience(patience);
  }

  /** The token endpoint for those who sign in. */
  public CleverOAuth signIn() {
    return signIn;
  }

  /** The token endpoint for reading classes: which districts are connected. */
  public CleverOAuth rostering() {
    return rostering;
  }

  /** A district's data, with its own token, which is asked for when it is first needed. */
  public CleverApi district(DistrictId district) {
    return districts.computeIfAbsent(
        district,
        absent ->
            new CleverApi(
                settings(connection.reading()),
                new DistrictTokens(rostering, district.value()),
                around));
  }

  /** What somebody who has just signed in may see of themself. */
  public CleverApi person(AccessToken token) {
    return new CleverApi(settings(connection.waiting()), TokenSource.fixed(token), around);
  }

  /**
   * Where somebody is sent to sign in.
   *
   * @param district Clever then does not ask which school it is
   */
  public URI authorize(URI redirect, String state, Optional<DistrictId> district) {
    var query = new TreeMap<String, String>();
    query.put("response_type", "code");
    query.put("client_id", connection.signIn().clientId());
    query.put("redirect_uri", redirect.toString());
    query.put("state", state);
    district.ifPresent(id -> query.put("district_id", id.value()));
    String base = connection.baseUrl().toString();
    return URI.create(base + (base.endsWith("/") ? "" : "/") + "oauth/authorize?" + encoded(query));
  }

  private static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Calls under way are broken off. */
  @Override
  public void close() {
    around.http().shutdownNow();
    threads.shutdownNow();
  }
}
