package org.rollbook.sources.cleverapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RecordingSink;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import tools.jackson.databind.node.ObjectNode;

/** What tests of pulling a district have in common. */
abstract class PulledDistrict {
  @TempDir Path temporary;
  final StandIn clever = new StandIn();
  final Visitor visitor = new Visitor();
  final ApiDistrict district = new ApiDistrict(clever);

  @AfterEach
  void stop() {
    clever.close();
    visitor.close();
  }

  record Read(Reading reading, RecordingSink sink) {
    Reading.Complete complete() {
      return (Reading.Complete) reading;
    }
  }

  Path folder() {
    return temporary.resolve("pull");
  }

  Pulled pull() throws IOException {
    return CleverApiPull.pull(
        visitor.api(clever, visitor.settings(clever).withPageSize(200)), folder());
  }

  static Read read(Path folder) throws IOException {
    var sink = new RecordingSink();
    var ready = (SnapshotOpening.Ready) SnapshotFormats.open(folder);
    try (var source = ready.source()) {
      return new Read(source.read(sink), sink);
    }
  }

  Read pulled() throws IOException {
    assertThat(pull()).isInstanceOf(Pulled.Complete.class);
    return read(folder());
  }

  List<RosterRecord> generated(int students) throws IOException {
    Path files = temporary.resolve("csv");
    new DistrictGenerator(GeneratorSettings.of(students, 11).withStudentsWithContacts(0.4))
        .first()
        .writeCleverCsv(files);
    List<RosterRecord> records = read(files).sink().records;
    district.put(records);
    return records;
  }

  /** One school, one teacher, two students in one section, one contact of the first. */
  void small() {
    clever.put("schools", StandIn.object("5a1").put("name", "City High"));
    clever.put("terms", StandIn.object("5b1").put("name", "S1"));
    clever.put("courses", StandIn.object("5c1").put("name", "Algebra"));
    clever.put("users", user("5d1", "teacher"));
    clever.put("users", user("5d2", "student"));
    clever.put("users", user("5d3", "student"));
    ObjectNode contact = StandIn.object("5d9");
    contact.putObject("name").put("last", "Ada Bee");
    contact
        .putObject("roles")
        .putObject("contact")
        .putArray("student_relationships")
        .addObject()
        .put("student", "5d2")
        .put("relationship", "Mother");
    clever.put("users", contact);
    ObjectNode section =
        StandIn.object("5e1")
            .put("name", "Algebra, period 2")
            .put("school", "5a1")
            .put("teacher", "5d1")
            .put("course", "5c1")
            .put("term_id", "5b1");
    section.putArray("teachers").add("5d1");
    section.putArray("students").add("5d2").add("5d3");
    clever.put("sections", section);
  }

  static ObjectNode user(String id, String role) {
    ObjectNode user = StandIn.object(id);
    user.putObject("name").put("first", "F" + id).put("last", "L");
    user.putObject("roles").putObject(role).putArray("schools").add("5a1");
    return user;
  }

  ObjectNode at(String list, String id) {
    return clever.at(list, id);
  }

  static List<String> codes(Read read) {
    return read.sink().findings.stream().map(Finding::code).toList();
  }
}
