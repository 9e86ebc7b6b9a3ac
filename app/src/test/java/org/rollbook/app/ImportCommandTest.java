package org.rollbook.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.SnapshotStatus;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;

/** Snapshots come in, are held, approved, discarded, refused. */
@ExtendWith(SharedHome.class)
class ImportCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path district(int students, long seed) throws IOException {
    var files = folder.resolve("s" + students + "-" + seed);
    new DistrictGenerator(GeneratorSettings.of(students, seed)).first().writeCleverCsv(files);
    return files;
  }

  @Test
  void importingTellsCountsAndTheSameAgainIsUnchanged(TypedCommands rollbook) throws Exception {
    var files = district(150, 3);
    var first = rollbook.succeeds("import", "--district", "import-1", files, "--json").json();
    assertThat(first.path("status").asString()).isEqualTo("applied");
    assertThat(first.at("/records/students/rows").asLong()).isEqualTo(150);
    assertThat(first.at("/records/students/accepted").asLong()).isEqualTo(150);
    assertThat(first.at("/records/students/rejected").asLong()).isZero();
    assertThat(first.at("/events/created").asLong()).isPositive();
    assertThat(first.path("held").isArray()).isTrue();
    assertThat(first.path("findings").isArray()).isTrue();

    var again = rollbook.succeeds("import", "--district", "import-1", files, "--json").json();
    assertThat(again.path("status").asString()).isEqualTo("unchanged");
    assertThat(again.at("/events/created").asLong()).isZero();
    assertThat(rollbook.succeeds("import", "--district", "import-1", files).out())
        .contains("unchanged");
  }

  @Test
  void aNewDistrictBesideOthersIsToldWithTheNamesThatAreLikeIt(TypedCommands rollbook)
      throws Exception {
    var files = district(100, 2);
    rollbook.succeeds("import", "--district", "springfield", files);
    assertThat(rollbook.succeeds("import", "--district", "springfield", files).out())
        .doesNotContain("new district");
    assertThat(rollbook.succeeds("import", "--district", "springfeild", files).out())
        .contains("springfeild is a new district; there is already: springfield");
    var made = rollbook.succeeds("import", "--district", "springfieldd", files, "--json").json();
    assertThat(made.at("/newDistrict/district").asString()).isEqualTo("springfieldd");
    assertThat(made.at("/newDistrict/others/0").asString()).isEqualTo("springfield");
    assertThat(made.at("/newDistrict/message").asString()).contains("is a new district");
    var again = rollbook.succeeds("import", "--district", "springfieldd", files, "--json").json();
    assertThat(again.has("newDistrict")).isFalse();
  }

  @Test
  void oneFileOfADeliveryIsToldWhatIsWanted(TypedCommands rollbook) throws Exception {
    var file = district(100, 5).resolve("students.csv");
    var refused = rollbook.type("import", "--district", "import-3", file);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err())
        .contains("students.csv is neither a folder nor a zip file", "give the folder");
  }

  @Test
  void aSnapshotThatTakesTooMuchAwayIsHeldAndDecided(TypedCommands rollbook) throws Exception {
    var files = district(150, 4);
    rollbook.succeeds("import", "--district", "import-2", files);
    lose(files.resolve("enrollments.csv"));

    var held = rollbook.type("import", "--district", "import-2", files, "--json");
    assertThat(held.exit()).isEqualTo(3);
    assertThat(held.json().path("status").asString()).isEqualTo("held");
    assertThat(held.json().at("/held/0/kind").asString()).isEqualTo("enrollments");
    var number = held.json().path("snapshot").asString();
    assertThat(rollbook.succeeds("runs").out()).contains("Snapshot " + number);

    var discarded = rollbook.succeeds("discard", number, "--json").json();
    assertThat(discarded.path("status").asString()).isEqualTo("discarded");
    assertThat(rollbook.type("approve", number).exit()).isEqualTo(1);

    var text = rollbook.type("import", "--district", "import-2", files);
    assertThat(text.exit()).isEqualTo(3);
    assertThat(text.out()).contains("HELD", "approve");
    var next = rollbook.type("import", "--district", "import-2", files, "--json").json();
    assertThat(text.out()).contains("Snapshot " + next.path("snapshot").asString());
    lose(files.resolve("enrollments.csv"));
    var newest = rollbook.type("import", "--district", "import-2", files, "--json").json();
    var newer = newest.path("snapshot").asString();
    var late = rollbook.type("approve", next.path("snapshot").asString());
    assertThat(late.exit()).isEqualTo(1);
    assertThat(late.err()).contains("is superseded", "approve " + newer);
    assertThat(rollbook.succeeds("runs").out())
        .contains("approve " + newer)
        .doesNotContain("Snapshot " + next.path("snapshot").asString() + " ");

    var approval = rollbook.succeeds("approve", newer, "--json");
    assertThat(approval.err()).contains("reading the files …", "applying …");
    var approved = approval.json();
    assertThat(approved.path("status").asString()).isEqualTo("applied");
    assertThat(rollbook.succeeds("runs").out()).doesNotContain("Snapshot " + newer + " ");
  }

  /** Two of three rows are gone. */
  private static void lose(Path file) throws IOException {
    var lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() / 3));
  }

  @Test
  void aSnapshotWithoutARequiredFileIsRefused(TypedCommands rollbook) throws Exception {
    var files = district(100, 5);
    Files.delete(files.resolve("sections.csv"));
    var refused = rollbook.type("import", "--district", "import-3", files, "--json");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.json().path("status").asString()).isEqualTo("refused");
    assertThat(refused.json().path("findings").size()).isPositive();
    assertThat(rollbook.type("import", "--district", "import-3", files).out()).contains("REFUSED");
  }

  @Test
  void H3_whatARowThatCannotBeReadKeepsIsCountedAndTold(TypedCommands rollbook) throws Exception {
    var files = district(150, 8);
    rollbook.succeeds("import", "--district", "import-5", files);
    var teachers = new ArrayList<>(Files.readAllLines(files.resolve("teachers.csv")));
    teachers.set(teachers.size() - 1, "\"" + teachers.getLast());
    Files.write(files.resolve("teachers.csv"), teachers);

    var report = rollbook.succeeds("import", "--district", "import-5", files, "--json").json();
    assertThat(report.path("status").asString()).isEqualTo("unchanged");
    assertThat(report.at("/kept/0/kind").asString()).isEqualTo("teachers");
    assertThat(report.at("/kept/0/count").asLong()).isEqualTo(1);
    assertThat(report.at("/kept/0/message").asString())
        .contains(
            "1 teacher is kept as before: line %d of teachers.csv".formatted(teachers.size()));
    assertThat(report.path("findings").toString()).contains("KEPT_AS_BEFORE");
    assertThat(rollbook.succeeds("import", "--district", "import-5", files).out())
        .contains(
            "unchanged. What could be read was so already, so nothing was written; 1 row was set"
                + " aside.",
            "Kept until rows can be read again:");
  }

  @Test
  void H3_anExportThatIsAlmostWhollyUnreadableIsHeldAlsoAsAFirstImport(TypedCommands rollbook)
      throws Exception {
    var files = district(150, 9);
    var seats = files.resolve("enrollments.csv");
    var whole = Files.readAllLines(seats);
    var damaged = new ArrayList<>(whole);
    damaged.set(3, "\"" + damaged.get(3));

    Files.write(seats, damaged);
    var first = rollbook.type("import", "--district", "import-6", files, "--json");
    assertThat(first.exit()).isEqualTo(3);
    assertThat(first.json().at("/held/0/rule").asString()).isEqualTo("UNREADABLE_ROWS");
    assertThat(first.json().at("/held/0/kind").asString()).isEqualTo("enrollments");
    assertThat(first.json().at("/held/0/count").asLong()).isEqualTo(whole.size() - 3);
    assertThat(first.json().at("/held/0/of").asLong()).isEqualTo(whole.size() - 1);

    Files.write(seats, whole);
    rollbook.succeeds("import", "--district", "import-6", files);
    Files.write(seats, damaged);
    var held = rollbook.type("import", "--district", "import-6", files);
    assertThat(held.exit()).isEqualTo(3);
    assertThat(held.out())
        .contains(
            "%,d of %,d enrollments could not be read; those that the roster has would stay as they are."
                .formatted(whole.size() - 3, whole.size() - 1));
    var again = rollbook.type("import", "--district", "import-6", files, "--json");
    assertThat(again.exit()).isEqualTo(3);
    var snapshot = again.json().path("snapshot").asString();
    assertThat(held.out()).startsWith("Snapshot " + snapshot + " ");
    var approved = rollbook.succeeds("approve", snapshot, "--json").json();
    assertThat(approved.path("status").asString()).isEqualTo("unchanged");
  }

  @Test
  void H3_aZipThatIsDamagedInsideIsARefusedSnapshotWithTheReason(TypedCommands rollbook)
      throws Exception {
    rollbook.succeeds("import", "--district", "import-4", district(100, 6));
    var zip = damaged(zipped(district(100, 7)), "students.csv");

    var refused = rollbook.type("import", "--district", "import-4", zip, "--json");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.json().path("status").asString()).isEqualTo("refused");
    assertThat(refused.json().at("/findings/0/code").asString()).isEqualTo("DAMAGED_ZIP");
    assertThat(refused.json().at("/findings/0/file").asString()).isEqualTo("students.csv");
    assertThat(rollbook.type("import", "--district", "import-4", zip).out())
        .contains("REFUSED", "\"students.csv\" is damaged inside its zip");
    try (var node = Node.open(NodeSettings.of(rollbook.home()))) {
      assertThat(node.intake().snapshots(new DistrictKey("import-4")))
          .extracting(snapshot -> snapshot.report().status())
          .containsExactly(SnapshotStatus.REFUSED, SnapshotStatus.REFUSED, SnapshotStatus.APPLIED);
    }
  }

  private Path zipped(Path files) throws IOException {
    var zip = folder.resolve("district.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip));
        var listed = Files.list(files)) {
      for (Path file : listed.sorted().toList()) {
        out.putNextEntry(new ZipEntry(file.getFileName().toString()));
        Files.copy(file, out);
      }
    }
    return zip;
  }

  /** Turns over one bit of what is packed of a file. */
  private static Path damaged(Path zip, String name) throws IOException {
    var bytes = Files.readAllBytes(zip);
    bytes[new String(bytes, ISO_8859_1).indexOf(name) + 1_000] ^= 4;
    return Files.write(zip, bytes);
  }

  @Test
  void decisionsOnWhatIsNotThereAreUsage(TypedCommands rollbook) {
    assertThat(rollbook.type("approve", "999999").exit()).isEqualTo(2);
    assertThat(rollbook.type("discard", "r999999").exit()).isEqualTo(2);
    assertThat(rollbook.type("runs", "--connection", "c999999").exit()).isEqualTo(2);
    assertThat(rollbook.type("run", "r999999", "--json").json().at("/error/kind").asString())
        .isEqualTo("usage");
  }
}
