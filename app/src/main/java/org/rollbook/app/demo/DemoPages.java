package org.rollbook.app.demo;

import org.rollbook.app.console.Console;
import org.rollbook.app.serving.LearningApp;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.server.RollbookServer;

/** What there is to look at while the demo stays up. */
final class DemoPages {
  private final Console console;
  private final Node node;
  private final ClassroomEmulator emulator;
  private final RollbookServer server;
  private final LearningApp learn;

  DemoPages(
      Console console,
      Node node,
      ClassroomEmulator emulator,
      RollbookServer server,
      LearningApp learn) {
    this.console = console;
    this.node = node;
    this.emulator = emulator;
    this.server = server;
    this.learn = learn;
  }

  /** Before the story. */
  void announce() {
    console.gap();
    console.line("While it goes on, and after, look at:");
    addresses();
  }

  /** After it. */
  void stayUp(int schoolDayPort) {
    console.gap();
    console.line("Staying up. Look at:");
    addresses();
    address(learn.port(), "the learning app");
    address(schoolDayPort, "the school day: let something happen");
  }

  /** When all is said. */
  void ending() {
    console.gap();
    console.line("Or in another window:");
    console.line("  ./rollbook runs --home %s", node.home().folder());
    console.gap();
    console.line("Ctrl-C ends everything.");
  }

  private void addresses() {
    address(server.port(), "Rollbook's own page");
    address(emulator.port(), "Google Classroom's stand-in: the classes and their members");
  }

  private void address(int port, String what) {
    console.line("  http://localhost:%-6d  %s", port, what);
  }
}
