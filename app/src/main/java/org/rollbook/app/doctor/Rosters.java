package org.rollbook.app.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollbook.app.console.Trouble;
import org.rollbook.app.console.Words;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.sync.connections.ConnectionId;

/** What comes in, and where it goes. */
final class Rosters {
  private static final int OLD_DAYS = 7;

  private final Node node;

  Rosters(Node node) {
    this.node = node;
  }

  List<Finding> findings() throws InterruptedException {
    var findings = new ArrayList<Finding>();
    districts(findings);
    connections(findings);
    return findings;
  }

  private void districts(List<Finding> findings) {
    var districts = node.districts();
    if (districts.isEmpty()) {
      findings.add(
          Finding.bad("district", "none", "Import a snapshot: rollbook import --district ID PATH"));
    }
    districts.forEach(district -> findings.add(lastSnapshot(district)));
  }

  private Finding lastSnapshot(DistrictKey district) {
    var what = "district " + district;
    var snapshots = node.intake().snapshots(district);
    if (snapshots.isEmpty()) {
      return Finding.bad(what, "no snapshot yet", "Import one.");
    }
    var last = snapshots.getFirst();
    var number = last.report().snapshot();
    var says =
        "snapshot %s, %s, %s"
            .formatted(number, last.report().status().word(), Words.when(last.receivedAt()));
    return switch (last.report().status()) {
      case APPLIED, UNCHANGED, DISCARDED, SUPERSEDED -> {
        var age = Duration.between(last.receivedAt(), node.clock().instant());
        yield age.toDays() > OLD_DAYS
            ? Finding.bad(
                what, says, "That is %d days ago: import a new one.".formatted(age.toDays()))
            : Finding.good(what, says);
      }
      case HELD -> Finding.bad(what, says, "Look at it, then: rollbook approve|discard " + number);
      case REFUSED -> Finding.bad(what, says, "Mend the files and import them again.");
    };
  }

  private void connections(List<Finding> findings) throws InterruptedException {
    var all = node.connections().all();
    if (all.isEmpty()) {
      findings.add(
          Finding.bad("connection", "none", "Make one: rollbook connect google-classroom --help"));
    }
    for (var connection : all) {
      var what = "connection " + connection.id();
      var says = connection.districtKey() + " to " + connection.target();
      findings.add(new Finding(what, says, check(connection.id())));
    }
  }

  private Optional<String> check(ConnectionId connection) throws InterruptedException {
    try {
      return node.sync().check(connection).map(missing -> advised(connection, missing));
    } catch (RuntimeException e) {
      return Optional.of(Trouble.of(e).message());
    }
  }

  private static String advised(ConnectionId connection, String missing) {
    return """
    %s
    Mistyped? The same 'connect' with what is right renews it. Not wanted: rollbook disconnect %s\
    """
        .formatted(missing, connection);
  }
}
