package org.rollbook.app.demo;

import org.rollbook.app.console.Console;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.server.RollbookServer;

/** What there is to look at while the demo stays up. */
final class DemoPages {
  private final Console console;

  DemoPages(Console console) {
    this.console = console;
  }

  void show(Node node, ClassroomEmulator emulator, RollbookServer server) {
    console.gap();
    console.line("Staying up. Look at:");
    console.line("  http://127.0.0.1:%-6d  Rollbook's own page", server.port());
    console.line("  http://127.0.0.1:%-6d  the classes and their members", emulator.port());
    console.gap();
    console.line("Or in another window:");
    console.line("  ./rollbook runs --home %s", node.home().folder());
    console.gap();
    console.line("Ctrl-C ends everything.");
  }
}
