package org.rollbook.hub.server;

import java.util.List;

/**
 * Something that waits for a person, and the commands with which the person answers.
 *
 * @param what it is, as a heading
 * @param meaning one or two sentences on what it means to wait, or to decide
 * @param holds the limits that it goes beyond
 */
record Decision(String what, String meaning, List<Status.Hold> holds, List<Command> commands) {
  /** Each of many classes may have a limit of its own that is passed. */
  private static final int SHOWN = 20;

  Decision {
    holds = List.copyOf(holds);
    commands = List.copyOf(commands);
  }

  List<Status.Hold> shownHolds() {
    return holds.subList(0, Math.min(SHOWN, holds.size()));
  }

  int moreHolds() {
    return holds.size() - shownHolds().size();
  }

  /**
   * @param effect what it does, in a word or two
   * @param line what to type
   */
  record Command(String effect, String line) {}
}
