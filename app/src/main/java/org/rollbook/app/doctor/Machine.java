package org.rollbook.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.rollbook.hub.node.Node;

/** What an installation stands on. */
final class Machine {
  private static final long ENOUGH_DISK = 1L << 30;

  private final Node node;

  Machine(Node node) {
    this.node = node;
  }

  /** The disk before the database: that does not start without room. */
  List<Finding> findings() {
    return List.of(java(), Finding.of("home", this::home), disk());
  }

  private static Finding java() {
    var version = Runtime.version();
    return version.feature() >= 25
        ? Finding.good("java", version.toString())
        : Finding.bad("java", version.toString(), "Install a JDK 25 or newer.");
  }

  private Finding home() {
    var folder = node.home().made();
    if (!Files.isWritable(folder)) {
      return Finding.bad(
          "home", folder + " cannot be written", "Give yourself the right to write.");
    }
    return node.home().openToOthers()
        ? Finding.bad(
            "home",
            folder + " is open to others",
            "It holds keys and students' data: chmod 700 " + folder)
        : Finding.good("home", folder.toString());
  }

  private Finding disk() {
    try {
      long free = Files.getFileStore(node.home().folder()).getUsableSpace();
      var says = "%,.1f GB free".formatted(free / 1e9);
      return free >= ENOUGH_DISK
          ? Finding.good("disk", says)
          : Finding.bad("disk", says, "Make room: a district of 100,000 needs about 1 GB.");
    } catch (IOException e) {
      return Finding.bad("disk", "cannot be asked", String.valueOf(e.getMessage()));
    }
  }

  Finding database() {
    return Finding.of(
        "database",
        () -> {
          var jdbc = node.database().jdbc();
          var version = jdbc.sql("show server_version").query(String.class).single();
          return Finding.good("database", "PostgreSQL " + version);
        });
  }
}
