package org.rollbook.app.demo;

import org.rollbook.app.console.Console;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.server.RollbookServer;

/** What there is to look at while the demo stays up. */
final class DemoPages {
  private final Console console;
  private final Node node;
  private final ClassroomEmulator emulator;
  private final RollbookServer server;

  DemoPages(Console console, Node node, ClassroomEmulator emulator, RollbookServer server) {
    this.console = console;
    this.node = node;
    this.emulator = emulator;
    this.server = server;
  }

  /** Before the story. */
  void announce() {
    console.gap();
    console.line("While it goes on, and after, look at:");
    addresses();
  }

  /** After it. */
  void stayUp() {
    console.gap();
    console.line("Staying up. Look at:");
    addresses();
    console.gap();
    console.line("Or in another window:");
    console.line("  ./rollbook runs --home %s", node.home().folder());
    console.gap();
    console.line("Ctrl-C ends everything.");
  }

  private void addresses() {
    console.line("  http://127.0.0.1:%-6d  Rollbook's own page", server.port());
    console.line("  http://127.0.0.1:%-6d  the classes and their members", emulator.port());
  }
}
