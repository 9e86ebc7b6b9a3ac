package org.rollbook.learn.signin;

/** How an attempt to sign in ended. The names stand in the table of sign-ins. */
enum Outcome {
  SIGNED_IN,
  SIGNED_OUT,
  /** Came back with a state that this browser did not leave with. */
  STATE_UNKNOWN,
  /** Clever sends people back without the state, again and again. */
  STATE_LOST,
  /** Clever does not take the code: used, too old, or not ours. */
  CODE_REFUSED,
  /** Clever says that the district does not share with us, or not this person. */
  NOT_CONNECTED,
  /** Clever sent an error that we do not know. */
  CLEVER_REFUSED,
  /** No answer, or none in time. */
  CLEVER_UNREACHABLE,
  /** An answer that is none, or without what an account needs; or our secret is wrong. */
  CLEVER_ANSWER,
  /** A parent or another contact: there is nothing here for them. */
  CONTACT
}
