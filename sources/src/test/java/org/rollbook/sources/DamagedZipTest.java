package org.rollbook.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.sources.files.Limits;
import org.rollbook.sources.files.Zips;

/** H3: a file that turns out damaged or too large refuses the snapshot, however late that shows. */
class DamagedZipTest {
  private static final Limits SMALL = new Limits(20, 4 << 20, 5 << 20, 200);

  @TempDir private Path folder = Path.of("");

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  DamagedZipTest() {
    write("schools.csv", "School_id,School_name\nS1,City High\n");
    write("teachers.csv", "School_id,Teacher_id,First_name,Last_name,Teacher_email\n");
    write("students.csv", "School_id,Student_id,First_name,Last_name\nS1,P1,Cem,Dog\n");
    write("sections.csv", "School_id,Section_id,Teacher_id,Name\nS1,C1,T1,Maths\n");
    write("enrollments.csv", "School_id,Section_id,Student_id\nS1,C1,P1\n");
  }

  private void write(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path zip() throws IOException {
    return Zips.of(folder, files);
  }

  private static List<Finding> refusedAtOnce(Path zip) throws IOException {
    try (var source = opened(zip)) {
      return ((SnapshotDigest.Refused) source.digest()).findings();
    }
  }

  private static List<Finding> refusedByReading(Path zip) throws IOException {
    try (var source = opened(zip)) {
      return ((Reading.Refused) source.read(new RecordingSink())).findings();
    }
  }

  private static SnapshotSource opened(Path zip) throws IOException {
    return ((SnapshotOpening.Ready) SnapshotFormats.open(zip, SMALL)).source();
  }

  @Test
  void H3_damage_inside_a_zip_is_told_of_with_the_file() throws IOException {
    Path zip = Zips.damaged(zip(), "students.csv");
    assertThat(refusedAtOnce(zip))
        .isEqualTo(refusedByReading(zip))
        .extracting(Finding::file, Finding::line, Finding::code, Finding::message)
        .containsExactly(
            tuple(
                "students.csv",
                0L,
                "DAMAGED_ZIP",
                "The file \"students.csv\" is damaged inside its zip; nothing was read, please"
                    + " deliver again."));
  }

  @Test
  void H3_all_damaged_files_are_told_of_at_once() throws IOException {
    Path zip = Zips.damaged(Zips.damaged(zip(), "students.csv"), "enrollments.csv");
    assertThat(refusedAtOnce(zip))
        .extracting(Finding::file)
        .containsExactly("students.csv", "enrollments.csv");
  }

  @Test
  void H3_a_bomb_and_a_file_that_is_too_large_are_told_of() throws IOException {
    files.put("students.csv", Zips.text(2 << 20));
    assertThat(refusedAtOnce(zip()))
        .extracting(Finding::file, Finding::code)
        .containsExactly(tuple("students.csv", "COMPRESSION_BOMB"));
    var noise = new byte[5 << 20];
    new java.util.Random(1).nextBytes(noise);
    files.put("students.csv", noise);
    assertThat(refusedAtOnce(zip()))
        .extracting(Finding::file, Finding::code)
        .contains(tuple("students.csv", "TOO_LARGE"));
  }

  @Test
  void H3_damage_beside_letters_of_another_encoding_is_a_refusal_too() throws IOException {
    files.put(
        "schools.csv",
        "School_id,School_name\nS1,Caf\u00e9\n".getBytes(Charset.forName("windows-1252")));
    assertThat(refusedByReading(Zips.damaged(zip(), "students.csv")))
        .extracting(Finding::file, Finding::code)
        .contains(tuple("students.csv", "DAMAGED_ZIP"));
  }

  @Test
  void H3_damage_that_no_row_comes_near_refuses_all_the_same() throws IOException {
    // What is behind a quotation mark that is never closed is not looked at by whoever reads rows.
    write("students.csv", "School_id,Student_id,First_name,Last_name\nS1,P1,\"Cem,Dog\n");
    assertThat(refusedAtOnce(Zips.damaged(zip(), "students.csv"))).hasSize(1);
  }

  @Test
  void H3_a_damaged_manifest_of_a_pull_is_a_refusal() throws IOException {
    files.clear();
    write("clever-api.json", "{\"version\":1,\"district\":\"5d1\",\"lines\":{}}");
    assertThat(refusedByReading(Zips.damaged(zip(), "clever-api.json")))
        .extracting(Finding::file)
        .containsExactly("clever-api.json");
  }
}
