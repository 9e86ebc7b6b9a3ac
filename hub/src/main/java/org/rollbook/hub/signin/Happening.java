package org.rollbook.hub.signin;

import java.util.Locale;

/** What the audit of sign-ins tells of. */
enum Happening {
  SIGNED_IN_WITH_PASSWORD,
  SIGNED_IN_WITH_CODE,
  SIGNED_IN_WITH_PROVIDER,
  /** A person, and not their password. */
  WRONG_PASSWORD,
  /** A person who has set no password yet. */
  NO_PASSWORD,
  /** A name that is nobody's, or that several people have. */
  UNKNOWN_NAME,
  /** Too many failures before; the password was not looked at. */
  SLOWED_DOWN,
  WRONG_CODE,
  /** The district's provider does not vouch for the e-mail. */
  PROVIDER_EMAIL_NOT_VERIFIED,
  /** The provider's e-mail is nobody's, or that of several people. */
  PROVIDER_EMAIL_UNKNOWN,
  /** The provider did not let them in, or its answer cannot be believed. */
  PROVIDER_REFUSED,
  APP_ENTERED,
  /** The district does not share this person with the app. */
  APP_REFUSED,
  SIGNED_OUT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
