package org.rollbook.sources;

import java.util.ArrayList;
import java.util.List;
import org.rollbook.core.roster.RosterRecord;

/** Keeps everything that a reader hands over. */
public final class RecordingSink implements RosterSink {
  /** A rejected row. */
  public record Rejected(Finding finding, Unread unread) {}

  public final List<RosterRecord> records = new ArrayList<>();
  public final List<String> places = new ArrayList<>();
  public final List<Finding> findings = new ArrayList<>();
  public final List<Rejected> rejected = new ArrayList<>();

  @Override
  public void record(RosterRecord record, String file, long line) {
    records.add(record);
    places.add(file + ":" + line);
  }

  @Override
  public void finding(Finding finding) {
    findings.add(finding);
  }

  @Override
  public void rejected(Finding finding, Unread unread) {
    rejected.add(new Rejected(finding, unread));
  }

  /** The records of one kind, in the order in which they came. */
  public <T extends RosterRecord> List<T> of(Class<T> kind) {
    return records.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
