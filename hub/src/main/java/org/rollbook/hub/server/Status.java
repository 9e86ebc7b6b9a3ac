package org.rollbook.hub.server;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.sync.runs.RunStatus;

/**
 * How things stand, in counts: it names districts, connections, schools and classes, never a
 * student.
 *
 * @param at when it was so
 * @param districts in the order in which they are shown
 * @param connections in the order in which they are shown
 */
public record Status(Instant at, List<District> districts, List<Connection> connections) {
  public Status {
    districts = List.copyOf(districts);
    connections = List.copyOf(connections);
  }

  /**
   * @param id the name that the installation knows it by
   * @param last its newest snapshot; absent before the first
   * @param held the snapshots that wait for a person, oldest first
   */
  public record District(String id, Optional<Snapshot> last, List<Snapshot> held) {
    public District {
      held = List.copyOf(held);
    }
  }

  /**
   * @param id as commands take it
   * @param records for each kind that it brought, what became of its rows
   * @param kept for each kind of which records stay as they were because of rows that could not be
   *     read, how many and which rows, as a sentence
   * @param findings for each code, how many there were
   * @param holds why it waits for a person, empty unless it is held
   */
  public record Snapshot(
      String id,
      Instant receivedAt,
      SnapshotStatus status,
      SortedMap<RecordKind, Rows> records,
      List<String> kept,
      Events events,
      SortedMap<String, Long> findings,
      List<Hold> holds) {
    public Snapshot {
      records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
      kept = List.copyOf(kept);
      findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
      holds = List.copyOf(holds);
    }

    /** Whether the roster is as it says. */
    boolean applied() {
      return switch (status) {
        case APPLIED, UNCHANGED -> true;
        case HELD, REFUSED, DISCARDED, SUPERSEDED -> false;
      };
    }
  }

  /** What became of a snapshot. */
  public enum SnapshotStatus {
    /** The roster is as the snapshot says. */
    APPLIED,
    /** The roster was so already. */
    UNCHANGED,
    /** It goes beyond a limit and waits for a person (H4). */
    HELD,
    /** It cannot be read as a whole (H3). */
    REFUSED,
    /** A person looked at it and does not want it. */
    DISCARDED,
    /** It was held, and a newer one took its place. */
    SUPERSEDED
  }

  /** Rows of one kind that were taken, and rows that were set aside. */
  public record Rows(long accepted, long rejected) {}

  /** Differences from the roster before; for a held snapshot, those it would make. */
  public record Events(long created, long updated, long deleted) {}

  /**
   * One limit that a snapshot or a plan goes beyond (H4, R2).
   *
   * @param says what would happen, as a sentence without its full stop
   * @param count how many it concerns
   * @param of out of how many
   */
  public record Hold(String says, long count, long of) {}

  /**
   * @param id as commands take it
   * @param target the name of the system that classes are kept in
   * @param district the id of its district
   * @param waiting how many people wait for an account now (G3)
   * @param trouble why it could not be used when it was last asked
   * @param lastRun its newest run; absent before the first
   * @param attention the runs that a person should look at, oldest first; the newest may be one
   */
  public record Connection(
      String id,
      String target,
      String district,
      long waiting,
      Optional<Trouble> trouble,
      Optional<Run> lastRun,
      List<Run> attention) {
    public Connection {
      attention = List.copyOf(attention);
    }
  }

  /**
   * Why a target could not be used.
   *
   * @param says as a sentence or several, with what to do
   * @param since when that was found
   */
  public record Trouble(String says, Instant since) {}

  /**
   * @param id as commands take it
   * @param finishedAt absent while it is not over
   * @param operations what became of its operations
   * @param holds why it waits for a person, empty unless it is held
   * @param trouble why it is incomplete, as a sentence; empty text otherwise
   */
  public record Run(
      String id,
      RunStatus status,
      Instant madeAt,
      Optional<Instant> finishedAt,
      Operations operations,
      List<Hold> holds,
      String trouble) {
    public Run {
      holds = List.copyOf(holds);
    }

    /** When it last got anywhere. */
    Instant when() {
      return finishedAt.orElse(madeAt);
    }
  }

  /** How many operations a run has, and what has become of them. */
  public record Operations(long planned, long done, long refused) {}

  /** How many snapshots wait for a person. */
  long snapshotsHeld() {
    return districts.stream().mapToLong(district -> district.held().size()).sum();
  }

  /** How many runs that a person should look at stand so. */
  long runs(RunStatus status) {
    return connections.stream()
        .flatMap(connection -> connection.attention().stream())
        .filter(run -> run.status() == status)
        .count();
  }
}
