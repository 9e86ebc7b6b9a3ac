package org.rollbook.learn.pages;

import java.util.Optional;

/**
 * What went wrong, for people.
 *
 * @param says what happened and what to do next
 * @param code by which whoever helps finds it in the log
 */
public record Problem(String title, String says, Optional<String> code) {
  public static Problem of(String title, String says) {
    return new Problem(title, says, Optional.empty());
  }
}
