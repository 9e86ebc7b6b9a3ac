package org.rollbook.learn.server;

import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import org.rollbook.learn.clever.CleverConnection;
import org.rollbook.learn.database.LearnDatabase;

/**
 * What a server is told.
 *
 * @param port 0 for any free one; the public address must then name it another way
 * @param address the address it binds to
 * @param publicUrl as browsers reach it, without a path; https makes its cookies travel over https
 *     only
 * @param database stays its maker's to close, after the server
 * @param clever where Clever is
 * @param supportContact whom people write to when something does not work, as they read it
 */
public record LearnSettings(
    int port,
    InetAddress address,
    URI publicUrl,
    LearnDatabase database,
    CleverConnection clever,
    String supportContact,
    InstantSource clock) {
  public LearnSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not between 0 and 65535");
    }
    boolean web = "http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme());
    if (!web || publicUrl.getHost() == null) {
      throw new IllegalArgumentException("the public address is no web address: " + publicUrl);
    }
  }
}
