package org.rollbook.emulator.calls;

import org.rollbook.emulator.wire.Reply;

/**
 * Answers the calls of one method. It runs under the emulator's lock: shared for reads, alone for
 * writes. It refuses by throwing {@link org.rollbook.emulator.wire.Refused} before it has changed
 * anything.
 */
@FunctionalInterface
public interface Handler {
  /** Does what is asked and answers. */
  Reply answer(Call call);
}
