package org.rollbook.google.calls;

import java.util.Optional;

/**
 * A call that Google answered with an error, in words that can be told apart.
 *
 * @param status the HTTP status
 * @param code Google's most precise stable name of the error: the documented {@code @Name} without
 *     its {@code @}, else the reason, else the canonical status
 * @param message what Google said
 */
public record Refusal(int status, String code, String message) {

  public boolean notFound() {
    return status == 404;
  }

  /** Google also answers 409 when it aborted a call (source: google.rpc.Code): nothing was done. */
  public boolean alreadyExists() {
    return status == 409 && !is(KnownRefusal.ABORTED);
  }

  /** Whether it says no without naming any reason: the caller, the class or the person. */
  public boolean bareDenial() {
    return is(KnownRefusal.PERMISSION_DENIED);
  }

  public boolean is(KnownRefusal known) {
    return known.code().equals(code);
  }

  /** The row of the table for it. */
  public Optional<KnownRefusal> known() {
    return KnownRefusal.of(code);
  }

  /** What a person can do about it. */
  public String advice() {
    return known()
        .map(KnownRefusal::advice)
        .orElse(
            "Google does not say what to do about \""
                + code
                + "\". Look for this word in Google's documentation of the Classroom API, and try"
                + " the same change in Classroom by hand: it often gives a clearer message.");
  }
}
