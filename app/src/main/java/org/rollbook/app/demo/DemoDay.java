package org.rollbook.app.demo;

import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.rollbook.app.commands.OperationText;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Words;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.hub.node.Node;
import org.rollbook.sync.runs.RunReport;

/** What one day's sync did, and nothing else: there is nothing else. */
final class DemoDay {
  private static final int SHOWN_OF_A_KIND = 3;

  private final Console console;
  private final Node node;

  DemoDay(Console console, Node node) {
    this.console = console;
    this.node = node;
  }

  void tell(RunReport report) {
    var seen = new LinkedHashMap<OperationKind, AtomicInteger>();
    console.line("  That day's operations, and only these:");
    node.runDetails()
        .operations(
            report.run(),
            operation -> {
              var count = seen.computeIfAbsent(operation.kind(), kind -> new AtomicInteger());
              if (count.incrementAndGet() <= SHOWN_OF_A_KIND) {
                Wrapped.print(console, "    - ", Words.capital(OperationText.says(operation)));
              }
            });
    seen.forEach((kind, count) -> {
      if (count.get() > SHOWN_OF_A_KIND) {
        console.line("    … %s in all: %s", Words.number(count.get()), OperationText.many(kind));
      }
    });
  }
}
