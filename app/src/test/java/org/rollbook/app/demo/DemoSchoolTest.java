package org.rollbook.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.EmulatorSettings;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;
import org.rollbook.sync.connections.ConnectionId;

/** The invented district while it cannot deliver its files: the disk is not as it should be. */
class DemoSchoolTest {
  @TempDir private Path home = Path.of("");

  @Test
  void whatFailedDidNotHappen() throws Exception {
    var settings = EmulatorSettings.of(0, DemoDistrict.DOMAIN, false);
    try (var node = Node.open(NodeSettings.of(home));
        var emulator = ClassroomEmulator.start(settings)) {
      var today = DemoDistrict.found(100, 1, home);
      var school = new DemoSchool(node, emulator, new ConnectionId(1), today);
      putAFileInPlaceOf(home.resolve("demo-files"));
      assertThatThrownBy(school::moveStudent).isInstanceOf(IOException.class);
      assertThat(school.moved()).isFalse();
      assertThatThrownBy(school::nextDay).isInstanceOf(IOException.class);
      assertThat(school.date()).isEqualTo(today.date());
    }
  }

  private static void putAFileInPlaceOf(Path folder) throws IOException {
    try (var inside = Files.walk(folder)) {
      for (Path path : inside.toList().reversed()) {
        Files.delete(path);
      }
    }
    Files.writeString(folder, "");
  }
}
