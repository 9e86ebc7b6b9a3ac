package org.rollbook.app.doctor;

import java.util.ArrayList;
import java.util.List;
import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.hub.node.Node;
import picocli.CommandLine.Command;

/** {@code doctor}: what is missing for this installation to work, in order. */
@Command(name = "doctor", description = "What is missing for this installation to work, in order.")
public final class DoctorCommand extends NodeCommand {
  public DoctorCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws InterruptedException {
    var machine = new Machine(node);
    var findings = new ArrayList<>(machine.findings());
    var database = machine.database();
    findings.add(database);
    if (database.isGood()) {
      findings.addAll(new Rosters(node).findings());
      findings.addAll(new SharedApps(node).findings());
      var learning = new Learning(node);
      boolean learns = learning.isWanted();
      boolean needed = learns || !node.apps().all().isEmpty();
      findings.addAll(new SigningIn(node).findings(needed));
      if (learns) {
        findings.addAll(learning.findings());
      }
    }
    if (json()) {
      document(findings);
    } else {
      text(findings);
    }
    return findings.stream().allMatch(Finding::isGood) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void document(List<Finding> findings) {
    console()
        .json(json -> {
          json.writeStartArray();
          for (var finding : findings) {
            json.writeStartObject();
            json.writeStringProperty("what", finding.what());
            json.writeBooleanProperty("ok", finding.isGood());
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
      var mark = finding.isGood() ? "ok  " : "--  ";
      console().line("%s%-" + width + "s  %s", mark, finding.what(), finding.says());
      finding
          .missing()
          .ifPresent(missing -> missing.lines().forEach(line -> console().line("      %s", line)));
    }
  }
}
