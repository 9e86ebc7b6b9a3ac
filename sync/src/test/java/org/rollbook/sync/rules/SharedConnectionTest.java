package org.rollbook.sync.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Share;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.Apps;
import org.rollbook.registry.sharing.NewApp;
import org.rollbook.registry.sharing.Sharing;
import org.rollbook.sync.testing.ModelClassroom;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Imports, publications, plans and account matches take turns on the connections of one process,
 * and each leaves its temporary tables there.
 */
@ExtendWith(TestDatabase.class)
final class SharedConnectionTest {
  @Test
  void what_one_job_leaves_on_a_connection_is_in_no_others_way(Database database) throws Exception {
    try (var world = new World(database, new ModelClassroom())) {
      var section = world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben");
      world.accountsForAll().sync();
      var connections = new ArrayList<Connection>();
      try {
        takeAll(database, connections);
        for (var connection : connections) {
          shared(new SingleConnectionDataSource(connection, true), world.district());
        }
      } finally {
        giveBack(connections);
      }
      section.with("cleo");
      world.accountsForAll().sync();
      assertThat(world.classCalled("Algebra").students()).hasSize(2);
    }
  }

  /** Whichever of them the sync used is among them. */
  private static void takeAll(Database database, List<Connection> connections) throws SQLException {
    var pool = (HikariDataSource) database.dataSource();
    int all = pool.getHikariPoolMXBean().getTotalConnections();
    while (connections.size() < all) {
      connections.add(pool.getConnection());
    }
  }

  private static void giveBack(List<Connection> connections) throws SQLException {
    for (var connection : connections) {
      connection.close();
    }
  }

  /** Publishes the district for one more app. */
  private static void shared(DataSource connection, DistrictKey district) {
    var app =
        new Apps(connection, new SecureRandom(), InstantSource.system())
            .register(
                new NewApp(
                    "Reader " + System.identityHashCode(connection),
                    List.of(URI.create("https://reader.example/")),
                    false,
                    new TreeSet<>(),
                    new TreeSet<>()));
    new Sharing(connection, new byte[32], InstantSource.system())
        .share(app.app().id(), district, Share.wholeDistrict());
  }
}
