package org.rollbook.app.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.Trouble;
import org.rollbook.app.console.Words;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import picocli.CommandLine.Command;

/** {@code doctor}: what is missing for this installation to work, in order. */
@Command(name = "doctor", description = "What is missing for this installation to work, in order.")
public final class DoctorCommand extends NodeCommand {
  private static final long ENOUGH_DISK = 1L << 30;
  private static final int OLD_DAYS = 7;

  public DoctorCommand(Session session) {
    super(session);
  }

  /**
   * @param missing what to do; absent when all is well
   */
  private record Finding(String what, String says, Optional<String> missing) {
    static Finding good(String what, String says) {
      return new Finding(what, says, Optional.empty());
    }

    static Finding bad(String what, String says, String missing) {
      return new Finding(what, says, Optional.of(missing));
    }
  }

  @Override
  protected int run(Node node) throws InterruptedException {
    var findings = new ArrayList<Finding>();
    findings.add(java());
    findings.add(home(node));
    var database = database(node);
    findings.add(database);
    if (database.missing().isEmpty()) {
      findings.add(disk(node));
      districts(node, findings);
      connections(node, findings);
    }
    if (json()) {
      document(findings);
    } else {
      text(findings);
    }
    boolean well = findings.stream().allMatch(finding -> finding.missing().isEmpty());
    return well ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static Finding java() {
    var version = Runtime.version();
    return version.feature() >= 25
        ? Finding.good("java", version.toString())
        : Finding.bad("java", version.toString(), "Install a JDK 25 or newer.");
  }

  private static Finding home(Node node) {
    try {
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
    } catch (RuntimeException e) {
      return Finding.bad("home", node.home().folder().toString(), Trouble.of(e).message());
    }
  }

  private static Finding database(Node node) {
    try {
      var version = node.database().jdbc().sql("show server_version").query(String.class).single();
      return Finding.good("database", "PostgreSQL " + version);
    } catch (RuntimeException e) {
      return Finding.bad("database", "cannot be used", Trouble.of(e).message());
    }
  }

  private static Finding disk(Node node) {
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

  private static void districts(Node node, List<Finding> findings) {
    var districts = node.districts();
    if (districts.isEmpty()) {
      findings.add(
          Finding.bad("district", "none", "Import a snapshot: rollbook import --district ID PATH"));
    }
    districts.forEach(district -> findings.add(lastSnapshot(node, district)));
  }

  private static Finding lastSnapshot(Node node, DistrictKey district) {
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
      case APPLIED, UNCHANGED, DISCARDED -> {
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

  private static void connections(Node node, List<Finding> findings) throws InterruptedException {
    var all = node.connections().all();
    if (all.isEmpty()) {
      findings.add(
          Finding.bad("connection", "none", "Make one: rollbook connect google-classroom --help"));
    }
    for (var connection : all) {
      var what = "connection " + connection.id();
      var says = connection.districtKey() + " to " + connection.target();
      findings.add(new Finding(what, says, check(node, connection.id())));
    }
  }

  private static Optional<String> check(
      Node node, org.rollbook.sync.connections.ConnectionId connection)
      throws InterruptedException {
    try {
      return node.sync().check(connection);
    } catch (RuntimeException e) {
      return Optional.of(Trouble.of(e).message());
    }
  }

  private void document(List<Finding> findings) {
    console()
        .json(json -> {
          json.writeStartArray();
          for (var finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("what", finding.what());
            json.writeBooleanProperty("ok", finding.missing().isEmpty());
            json.writeStringProperty("says", finding.says());
            json.writeStringProperty("missing", finding.missing().orElse(""));
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private void text(List<Finding> findings) {
    int width = findings.stream().mapToInt(finding -> finding.what().length()).max().orElse(0);
    for (var finding : findings) {
      var mark = finding.missing().isEmpty() ? "ok  " : "--  ";
      console().line("%s%-" + width + "s  %s", mark, finding.what(), finding.says());
      finding
          .missing()
          .ifPresent(missing -> missing.lines().forEach(line -> console().line("      %s", line)));
    }
  }
}
