package org.rollbook.sources.cleverapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Scenario 34 for a district whose contacts do not fit into memory. */
class CleverApiContactsTest {
  @TempDir Path folder;

  @Test
  void S34_contacts_in_any_order_come_by_student_whatever_fits_into_memory() throws IOException {
    var chance = new Random(5);
    var spool = new ContactSpool(folder, 7);
    List<String> expected = new ArrayList<>();
    for (int contact = 100; contact < 200; contact++) {
      ObjectNode user = StandIn.object("c" + contact);
      user.putObject("name").put("last", "Zo\u00eb \u4e2d \uD83D\uDE00 " + contact);
      ArrayNode students =
          user.putObject("roles").putObject("contact").putArray("student_relationships");
      for (int i = 0; i < chance.nextInt(4); i++) {
        String student = "s" + (100 + chance.nextInt(30)) + i;
        students.addObject().put("student", student);
        expected.add(student + " c" + contact);
      }
      spool.add(user);
    }
    expected.sort(null);

    Path file = folder.resolve("contacts.jsonl");
    try (var lines = new Lines(file)) {
      spool.writeTo(lines);
      assertThat(lines.written()).isEqualTo(expected.size());
    }

    assertThat(Files.readAllLines(file))
        .extracting(CleverApiContactsTest::pair)
        .isEqualTo(expected);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  private static String pair(String line) {
    JsonNode json = StandIn.JSON.readTree(line);
    JsonNode contact = json.path("contact");
    assertThat(contact.path("name").path("last").asString())
        .startsWith("Zo\u00eb \u4e2d \uD83D\uDE00");
    return json.path("id").asString() + " " + contact.path("id").asString();
  }
}
