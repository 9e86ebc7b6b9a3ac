package org.rollbook.hub.clever;

import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.sharing.Reader;

/** Whose token a call carries. */
sealed interface Caller {
  /** Where the gate leaves it for those behind. */
  String ATTRIBUTE = Caller.class.getName();

  /** With whose rights is read. */
  Reader reader();

  /** An app that reads a district. */
  record District(Reader reader) implements Caller {}

  /** An app on behalf of somebody who signed in: it may look at that person and nobody else. */
  record Person(Reader reader, RecordId user) implements Caller {}
}
