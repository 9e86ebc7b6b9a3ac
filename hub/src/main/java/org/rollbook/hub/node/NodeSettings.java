package org.rollbook.hub.node;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What a node is opened with; the rest stands in {@code rollbook.yml} in its home directory.
 *
 * @param home the home directory, made when it is needed and missing
 * @param clock the time
 */
public record NodeSettings(Path home, InstantSource clock) {
  /** A home directory and the system's time. */
  public static NodeSettings of(Path home) {
    return new NodeSettings(home, InstantSource.system());
  }
}
