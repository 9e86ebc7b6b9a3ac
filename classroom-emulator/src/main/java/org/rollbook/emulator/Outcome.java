package org.rollbook.emulator;

import org.rollbook.emulator.wire.Reply;

/** What a request comes to: an answer, or a connection that closes without one. */
sealed interface Outcome {
  record Answered(Reply reply) implements Outcome {}

  record Lost() implements Outcome {}
}
