package org.rollbook.app.commands;

import org.rollbook.core.guard.Hold;

/** Holds in words, for pages. */
public final class Sentences {
  private Sentences() {}

  /** Why a snapshot is held, without its full stop. */
  public static String bare(Hold hold) {
    var says = ImportText.says(hold);
    return says.endsWith(".") ? says.substring(0, says.length() - 1) : says;
  }
}
