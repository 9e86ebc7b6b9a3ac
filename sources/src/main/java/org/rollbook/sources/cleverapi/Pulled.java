package org.rollbook.sources.cleverapi;

import java.util.Optional;
import org.rollbook.sources.Finding;

/** How pulling a district ended. */
public sealed interface Pulled {
  /**
   * The folder holds the whole district.
   *
   * @param district Clever's id
   * @param newestEvent the newest event when the reading began, which what was read includes; empty
   *     when the API keeps none
   */
  record Complete(String district, Optional<String> newestEvent) implements Pulled {}

  /** Nothing was pulled, and the folder holds nothing: the roster stays as it was (H3). */
  record Refused(Finding finding) implements Pulled {}
}
