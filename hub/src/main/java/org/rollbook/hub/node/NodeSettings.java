package org.rollbook.hub.node;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What a node is opened with; the rest stands in {@code rollbook.yml} in its home directory.
 *
 * @param home the home directory, made when it is needed and missing
 * @param quotas whether calls are held to the target's quotas: only a demo against an emulator
 *     without them does without
 * @param clock the time
 */
public record NodeSettings(Path home, boolean quotas, InstantSource clock) {
  /** The usual node of a home directory. */
  public static NodeSettings of(Path home) {
    return new NodeSettings(home, true, InstantSource.system());
  }

  /** The same without the target's quotas. */
  public NodeSettings withoutQuotas() {
    return new NodeSettings(home, false, clock);
  }
}
