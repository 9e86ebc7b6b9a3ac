package org.rollbook.google.calls;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * The way through a list that Google gives page by page. Every page names the next one; a way that
 * goes in circles, or on and on, is left instead of being followed for ever.
 */
public final class PageWalk {
  private final String list;
  private final int most;
  private final Set<String> taken = new HashSet<>();
  private String next = "";

  /**
   * At the first page.
   *
   * @param list what the list holds, for the message
   * @param most how many pages it can have at the very most
   */
  public PageWalk(String list, int most) {
    this.list = list;
    this.most = most;
  }

  /** The token of the page to read now; empty for the first one. */
  public String token() {
    return next;
  }

  /**
   * Goes on after a page was read.
   *
   * @param named the next page, as that page named it
   * @return whether there is one
   * @throws TargetUnavailable when the list does not end
   */
  public boolean goesOn(@Nullable String named) throws TargetUnavailable {
    next = requireNonNullElse(named, "");
    if (next.isEmpty()) {
      return false;
    }
    if (!taken.add(next)) {
      throw endless("page %,d leads back to an earlier one".formatted(taken.size() + 1));
    }
    if (taken.size() >= most) {
      throw endless("it has more than %,d pages".formatted(most));
    }
    return true;
  }

  private TargetUnavailable endless(String why) {
    return new TargetUnavailable(
        "Google's list of %s does not end: %s. Nothing of it was used. Run the sync again later; if"
                .formatted(list, why)
            + " it stays so, tell Google's support.",
        new IOException("endless list"));
  }
}
