package org.rollbook.learn.signin;

import java.util.Map;
import java.util.Optional;
import org.rollbook.learn.pages.Pages;
import org.rollbook.learn.pages.Templates;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages of those who are not signed in. */
final class SignInPages {
  private final Pages pages;
  private final String supportContact;
  private final Templates templates = new Templates(SignInPages.class);

  SignInPages(Pages pages, String supportContact) {
    this.pages = pages;
    this.supportContact = supportContact;
  }

  /** What Learn is, and the button. */
  String landing(Onward onward, boolean signedOut) {
    return pages.plain(
        "Welcome",
        templates.content("landing.jte", Map.of("leave", leave(onward), "signedOut", signedOut)));
  }

  private static String leave(Onward onward) {
    return onward.equals(Onward.HOME)
        ? SignInPaths.LEAVE
        : UriComponentsBuilder.fromPath(SignInPaths.LEAVE)
            .queryParam("to", "{to}")
            .encode()
            .buildAndExpand(onward.path())
            .toUriString();
  }

  String trouble(Outcome outcome) {
    Trouble trouble = Trouble.of(outcome, supportContact);
    return pages.plain(
        trouble.title(),
        templates.content("trouble.jte", Map.of("trouble", trouble, "code", outcome.name())));
  }

  /**
   * Why somebody is not signed in, in their words.
   *
   * @param again what the button that tries again says; absent when that is of no use
   */
  record Trouble(int status, String title, String says, String ask, Optional<String> again) {
    private static final Optional<String> AGAIN = Optional.of("Try again with Clever");

    static Trouble of(Outcome outcome, String support) {
      return switch (outcome) {
        case CODE_REFUSED ->
            new Trouble(
                400,
                "That took too long",
                "Clever's confirmation can be used once and within a minute. This one is used up.",
                "",
                AGAIN);
        case STATE_UNKNOWN ->
            new Trouble(
                400,
                "We could not tell that this was you",
                "The sign-in was not begun in this browser, or it was too long ago. Nobody was"
                    + " signed in.",
                "If it happens again, allow cookies for this site.",
                AGAIN);
        case STATE_LOST ->
            new Trouble(
                400,
                "The way back from Clever was lost",
                "Clever sent you back without the mark that we gave you on the way. Nobody was signed"
                    + " in.",
                "Allow cookies for this site. If that does not help, write to " + support + ".",
                AGAIN);
        case NOT_CONNECTED ->
            new Trouble(
                403,
                "Your district does not share Learn with you yet",
                "Clever knows you, and it says that Learn is not for your account.",
                "Ask your district's Clever administrator to share Learn with you.",
                AGAIN);
        case CONTACT ->
            new Trouble(
                403,
                "There is nothing here for families yet",
                "Learn is for teachers and students. Your Clever account is that of a parent or"
                    + " another contact.",
                "If you teach, choose your teacher account at Clever.",
                AGAIN);
        case CLEVER_UNREACHABLE ->
            new Trouble(
                503,
                "Clever does not answer",
                "Clever did not tell us in time who you are. Nothing of yours is lost.",
                "Wait a minute and try again. If it stays so, write to " + support + ".",
                AGAIN);
        case CLEVER_REFUSED, CLEVER_ANSWER ->
            new Trouble(
                502,
                "Clever could not sign you in",
                "What Clever sent us is not enough to know who you are. Nothing of yours is lost.",
                "Try again. If it stays so, write to " + support + " and name the code.",
                AGAIN);
        case SIGNED_IN, SIGNED_OUT ->
            new Trouble(200, "All is well", "There is nothing to do.", "", Optional.empty());
      };
    }
  }
}
