package org.rollbook.learn.signin;

import java.net.URI;
import java.time.InstantSource;

/**
 * @param publicUrl as browsers reach the app, without a path
 * @param supportContact whom people write to, as they read it
 * @param clock what time it is
 */
public record SignInSettings(URI publicUrl, String supportContact, InstantSource clock) {
  /** Where Clever sends people back to. */
  URI callback() {
    return publicUrl.resolve(SignInPaths.CALLBACK);
  }

  boolean https() {
    return "https".equals(publicUrl.getScheme());
  }

  /** With the prefix browsers keep such a cookie from being set by anybody else's host. */
  String cookie(String word) {
    return https() ? "__Host-" + word : word;
  }
}
