package org.rollbook.learn.signin;

import java.util.Optional;

/**
 * Where to go after signing in: never to another site, whatever a link says.
 *
 * @param path an address of ours
 */
record Onward(String path) {
  private static final int LONGEST = 500;

  static final Onward HOME = new Onward(SignInPaths.HOME);

  static Onward of(Optional<String> wish) {
    return wish.filter(Onward::ours).map(Onward::new).orElse(HOME);
  }

  /** Browsers read {@code //host}, and {@code /\host} too, as another site. */
  private static boolean ours(String path) {
    return path.matches("/[A-Za-z0-9][A-Za-z0-9/_.-]*(\\?[A-Za-z0-9=&_.%-]*)?")
        && path.length() <= LONGEST
        && !path.startsWith(SignInPaths.SIGN_IN)
        && !path.startsWith(SignInPaths.SIGN_OUT);
  }
}
