package org.rollbook.learn.server;

import java.net.URI;
import java.time.InstantSource;
import org.rollbook.learn.clever.CleverConnection;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.web.Listening;

/**
 * What a server is told.
 *
 * @param listening where; with port 0 the public address must name another way in
 * @param publicUrl as browsers reach it, without a path; https makes its cookies travel over https
 *     only
 * @param database stays its maker's to close, after the server
 * @param clever where Clever is
 * @param supportContact whom people write to when something does not work, as they read it
 */
public record LearnSettings(
    Listening listening,
    URI publicUrl,
    LearnDatabase database,
    CleverConnection clever,
    String supportContact,
    InstantSource clock) {
  public LearnSettings {
    boolean web = "http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme());
    if (!web || publicUrl.getHost() == null) {
      throw new IllegalArgumentException("the public address is no web address: " + publicUrl);
    }
  }
}
