package org.rollbook.learn.pages;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;

/** Puts what a capability shows into the frame of all pages. Safe for several threads. */
public final class Pages {
  private final Templates templates = new Templates(Pages.class);

  /**
   * A whole page for somebody who is signed in.
   *
   * @param csrf the form token of the request, for the button that signs out
   */
  public String page(Viewer viewer, String csrf, String title, Tab current, Content content) {
    return framed(Optional.of(viewer), csrf, title, Optional.of(current), content, false);
  }

  /** The same, and browsers without scripts ask for it again every few seconds. */
  public String refreshing(Viewer viewer, String csrf, String title, Tab current, Content content) {
    return framed(Optional.of(viewer), csrf, title, Optional.of(current), content, true);
  }

  /** A whole page for somebody who is not signed in, or of whom it does not matter. */
  public String plain(String title, Content content) {
    return framed(Optional.empty(), "", title, Optional.empty(), content, false);
  }

  /** A page that says what went wrong. */
  public String problem(Problem problem) {
    return plain(problem.title(), templates.content("problem.jte", Map.of("problem", problem)));
  }

  private String framed(
      Optional<Viewer> viewer,
      String csrf,
      String title,
      Optional<Tab> current,
      Content content,
      boolean refreshes) {
    return templates.html(
        "frame.jte",
        Map.of(
            "viewer", viewer,
            "csrf", csrf,
            "title", title,
            "current", current,
            "content", content,
            "refreshes", refreshes));
  }
}
