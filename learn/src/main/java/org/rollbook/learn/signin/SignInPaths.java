package org.rollbook.learn.signin;

/** Addresses of signing in. */
public final class SignInPaths {
  /** What people see who are not signed in. */
  public static final String SIGN_IN = "/sign-in";

  /** Leads to Clever. */
  public static final String LEAVE = "/sign-in/clever";

  /** Where Clever sends people back to: to be registered there as the first redirect address. */
  public static final String CALLBACK = "/sign-in/clever/callback";

  public static final String SIGN_OUT = "/sign-out";

  /** Where people begin who are signed in. */
  static final String HOME = "/classes";

  private SignInPaths() {}
}
