package org.rollbook.hub.signin;

import java.util.List;

/** The addresses of signing in; those of OAuth are Clever's. */
public final class SignInPaths {
  static final String AUTHORIZE = "/oauth/authorize";
  static final String TOKENS = "/oauth/tokens";
  static final String KEYS = "/oauth/keys";
  static final String INSTANT_LOGIN = "/oauth/instant-login";
  static final String USER_INFO = "/userinfo";
  static final String DISCOVERY = "/.well-known/openid-configuration";
  static final String SIGN_IN = "/signin";
  static final String INVITATION = "/signin/invitation";
  static final String PROVIDER = "/signin/provider";
  static final String PROVIDER_RETURN = "/signin/return";
  static final String SIGN_OUT = "/signout";
  static final String PORTAL = "/portal";

  private static final List<String> OURS =
      List.of(
          AUTHORIZE,
          TOKENS,
          KEYS,
          INSTANT_LOGIN,
          USER_INFO,
          DISCOVERY,
          SIGN_IN,
          SIGN_IN + "/*",
          SIGN_OUT,
          PORTAL);

  private SignInPaths() {}

  /** All of them, as patterns of the Servlet specification: nothing else passes Spring Security. */
  public static List<String> patterns() {
    return OURS;
  }
}
