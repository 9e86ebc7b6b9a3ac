package org.rollbook.sync.execution;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassFacts;
import org.rollbook.core.reconcile.Observation;
import org.rollbook.core.reconcile.Reconciler;
import org.rollbook.core.roster.RecordId;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.planning.ClassStream;

/** Asks the reconciler what is agreed, with the section as the roster has it now. */
final class RosterFirstContact implements FirstContact {
  private final DataSource dataSource;
  private final TargetConnection connection;
  private final InstantSource clock;

  RosterFirstContact(DataSource dataSource, TargetConnection connection, InstantSource clock) {
    this.dataSource = dataSource;
    this.connection = connection;
    this.clock = clock;
  }

  @Override
  public Optional<ClassBaseline> adopt(RecordId section, Observation.Seen seen) {
    try (var sql = dataSource.getConnection();
        var classes = ClassStream.only(sql, connection, section)) {
      var reconciler = new Reconciler(connection.policy(), connection.grace(), clock.instant());
      return classes
          .next()
          .map(found -> found.facts().source())
          .map(source -> new ClassFacts(section, source, Optional.empty(), seen))
          .flatMap(facts -> reconciler.reconcile(facts).settled());
    } catch (SQLException e) {
      throw new IllegalStateException("section " + section + " could not be read", e);
    }
  }
}
