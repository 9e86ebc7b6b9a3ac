package org.rollbook.learn.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.rollbook.learn.clever.CleverStandIn;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.database.TestDatabases;
import org.rollbook.web.Listening;
import org.rollbook.web.ServerNotStarted;
import org.rollbook.web.proxies.ForwardingHeader;
import org.rollbook.web.proxies.Network;
import org.rollbook.web.proxies.TrustedProxies;

/**
 * The whole learning app, running, with a database of its own and a stand-in for Clever. People
 * sign in as they do in life: {@code house.signedInAs(user)} is a browser that has done so.
 */
public final class LearnHouse implements AutoCloseable {
  public static final String SUPPORT = "help@learn.example";

  private final CleverStandIn clever = new CleverStandIn();
  private final StandInDistrict district = clever.district("Testville");
  private final LearnDatabase database = TestDatabases.open();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final InstantSource clock = () -> Instant.now().plus(ahead.get());
  private final LearnServer server;

  public LearnHouse() {
    this("http", TrustedProxies.NONE);
  }

  private LearnHouse(String scheme, TrustedProxies proxies) {
    this.server = started(scheme, proxies);
  }

  /** A house that browsers reach over https, with a trusted proxy that does the encryption. */
  public static LearnHouse behindHttps() {
    var here = List.of(Network.of("127.0.0.0/8"), Network.of("::1"));
    return new LearnHouse("https", new TrustedProxies(here, ForwardingHeader.X_FORWARDED_FOR));
  }

  /** The port is part of the public address, so that it has to be known before. */
  private LearnServer started(String scheme, TrustedProxies proxies) {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      try {
        return LearnServer.start(
            new LearnSettings(
                new Listening(port, InetAddress.getLoopbackAddress(), proxies),
                URI.create(scheme + "://localhost:" + port),
                database,
                clever.connection(),
                SUPPORT,
                clock));
      } catch (ServerNotStarted taken) {
        if (attempt == 5) {
          throw taken;
        }
      }
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /** Clever, to change it and to ask how often it was called. */
  public CleverStandIn clever() {
    return clever;
  }

  /** The district that is there from the start; {@code clever().district(name)} makes others. */
  public StandInDistrict district() {
    return district;
  }

  public LearnDatabase database() {
    return database;
  }

  public URI root() {
    return URI.create("http://localhost:" + server.port());
  }

  /** The app's clock. */
  public InstantSource clock() {
    return clock;
  }

  /** The app's clock goes so much further. */
  public void later(Duration time) {
    ahead.updateAndGet(before -> before.plus(time));
  }

  /** A browser of its own. */
  public LearnVisitor visitor() {
    return new LearnVisitor(this);
  }

  /**
   * A browser in which a user of the first district has signed in.
   *
   * @param user Clever's id
   */
  public LearnVisitor signedInAs(String user) {
    return signedInAs(district, user);
  }

  public LearnVisitor signedInAs(StandInDistrict of, String user) {
    LearnVisitor visitor = visitor();
    visitor.signIn(of, user);
    return visitor;
  }

  @Override
  public void close() {
    server.close();
    database.close();
    clever.close();
  }
}
