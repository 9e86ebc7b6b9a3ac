package org.rollbook.hub.server;

import org.rollbook.web.Listening;

/**
 * What a server is told.
 *
 * @param command how a person calls Rollbook on this machine, so that the commands that pages show
 *     work as they stand
 */
public record ServerSettings(Listening listening, String command) {
  /** Reachable from this machine only: what a server does unless it is told otherwise. */
  public static ServerSettings onThisMachine(int port) {
    return new ServerSettings(Listening.onThisMachine(port), "./rollbook");
  }
}
