package org.rollbook.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A command as a process of its own, which can be stopped and killed. */
final class OwnProcess {
  private static final List<String> OPTIONS =
      List.of(
          // It is over before the second compiler has paid for itself.
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          // As the launcher does: a command keeps no log.
          "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider");

  private OwnProcess() {}

  /** The command, not started yet. */
  static ProcessBuilder of(Path home, Object... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.rollbook.app.Main", "--home", home.toString()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return new ProcessBuilder(command);
  }
}
