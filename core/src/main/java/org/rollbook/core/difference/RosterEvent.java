package org.rollbook.core.difference;

import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RosterRecord;

/** One difference between two consecutive rosters of a district. */
public sealed interface RosterEvent {
  /** The record that differs. */
  RecordKey key();

  record Created(RosterRecord record) implements RosterEvent {
    @Override
    public RecordKey key() {
      return record.key();
    }
  }

  record Updated(RosterRecord before, RosterRecord after) implements RosterEvent {
    @Override
    public RecordKey key() {
      return after.key();
    }
  }

  record Deleted(RosterRecord record) implements RosterEvent {
    @Override
    public RecordKey key() {
      return record.key();
    }
  }
}
