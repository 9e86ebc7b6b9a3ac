package org.rollbook.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.rollbook.app.commands.OperationText;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Table;
import org.rollbook.app.console.Words;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.runs.RunReport;

/** What one day's sync did, and nothing else: there is nothing else. */
final class DemoDay {
  private static final int SHOWN_OF_A_KIND = 2;

  private final Console console;
  private final Node node;

  DemoDay(Console console, Node node) {
    this.console = console;
    this.node = node;
  }

  void tell(RunReport report) {
    var examples = new TreeMap<OperationKind, List<String>>();
    node.runDetails()
        .operations(
            report.run(),
            operation -> {
              var ofKind = examples.computeIfAbsent(operation.kind(), kind -> new ArrayList<>());
              if (ofKind.size() < SHOWN_OF_A_KIND) {
                ofKind.add(Words.capital(OperationText.says(operation)));
              }
            });
    console.line("  That day's operations, and only these:");
    var table = new Table(">", "");
    node.runDetails()
        .counts(report.run())
        .forEach((kind, count) -> table.row(count, OperationText.counted(kind, count)));
    table.print(console, "  ");
    console.line("  Some of them:");
    examples
        .values()
        .forEach(ofKind -> ofKind.forEach(says -> Wrapped.print(console, "    - ", says)));
  }
}
