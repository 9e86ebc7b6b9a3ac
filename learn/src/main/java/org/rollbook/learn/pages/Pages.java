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
    return templates.html(
        "frame.jte",
        Map.of(
            "viewer", Optional.of(viewer),
            "csrf", csrf,
            "title", title,
            "current", Optional.of(current),
            "content", content));
  }

  /** A whole page for somebody who is not signed in, or of whom it does not matter. */
  public String plain(String title, Content content) {
    return templates.html(
        "frame.jte",
        Map.of(
            "viewer",
            Optional.empty(),
            "csrf",
            "",
            "title",
            title,
            "current",
            Optional.empty(),
            "content",
            content));
  }
}
