package org.rollbook.sources.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.sources.RecordingSink;
import org.rollbook.sources.SnapshotDigest;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;

/** How a file is written must not show in what is read from it. */
class SameRecordsTest {
  private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r", "mixed");
  private static final Map<String, String> MARKS = Map.of("no mark", "", "mark", "\ufeff");
  private static final List<String> QUOTING = List.of("none", "all", "some");
  private static final List<String> ENDS = List.of("ended", "unended", "empty lines");

  @TempDir Path folder;

  static Stream<Arguments> ways() {
    return LINE_ENDS.stream()
        .flatMap(line ->
            MARKS.keySet().stream()
                .flatMap(mark ->
                    QUOTING.stream()
                        .flatMap(quoting ->
                            ENDS.stream().map(end -> Arguments.of(line, mark, quoting, end)))));
  }

  private static Snapshot sample() {
    return new Snapshot()
        .with(
            "students.csv",
            "School_id,Student_id,First_name,Last_name,Dob\nS1,P1,Zoë,O'Neil,8/1/09\nS1,P2,李,明,\n")
        .with(
            "sections.csv", "School_id,Section_id,Teacher_id,Name\nS1,C1,T1,Maths\nS1,C2,T1,Art\n");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void line_ends_marks_and_quotes_do_not_matter(
      String line, String mark, String quoting, String end) {
    var written = new Snapshot();
    sample()
        .files()
        .forEach((name, bytes) -> {
          String text = new String(bytes, StandardCharsets.UTF_8);
          written.with(name, MARKS.get(mark) + rewritten(text, line, quoting, end));
        });

    Snapshot.Read read = written.read(folder);

    assertThat(read.sink().records).isEqualTo(sample().read(folder).sink().records);
    assertThat(read.sink().findings).isEmpty();
    assertThat(read.sink().rejected).isEmpty();
  }

  private static String rewritten(String text, String line, String quoting, String end) {
    var rewritten = new StringBuilder();
    List<String> rows = text.lines().toList();
    for (int i = 0; i < rows.size(); i++) {
      String lineEnd = line.equals("mixed") ? LINE_ENDS.get(i % 3) : line;
      rewritten.append(quoted(rows.get(i), quoting));
      if (i < rows.size() - 1 || !end.equals("unended")) {
        rewritten.append(lineEnd);
      }
      // After a bare CR a bare LF would be one line end with it, so the same one is doubled.
      rewritten.append(end.equals("empty lines") ? lineEnd : "");
    }
    return rewritten.toString();
  }

  private static String quoted(String row, String quoting) {
    var fields = new ArrayList<String>();
    for (String field : row.split(",", -1)) {
      boolean quote = quoting.equals("all") || (quoting.equals("some") && fields.size() % 2 == 0);
      fields.add(quote ? '"' + field + '"' : field);
    }
    return String.join(",", fields);
  }

  @Test
  void a_folder_and_its_zip_are_one_snapshot() throws IOException {
    Path plain = sample().with("notes.txt", "x").in(folder);
    Path flat = zip(plain, "", false);
    Path nested = zip(plain, "export 2026/", true);

    assertThat(records(flat)).isEqualTo(records(plain));
    assertThat(records(nested)).isEqualTo(records(plain));
    assertThat(digest(flat)).isEqualTo(digest(plain)).hasSize(64);
    assertThat(digest(nested)).isEqualTo(digest(plain));
  }

  @Test
  void the_digest_changes_with_what_is_read_and_with_nothing_else() throws IOException {
    String digest = digest(sample().in(folder));

    assertThat(digest(sample().with("notes.txt", "x").in(folder))).isEqualTo(digest);
    assertThat(
            digest(
                sample().with("schools.csv", "School_id,School_name\nS1,city High\n").in(folder)))
        .isNotEqualTo(digest);
    assertThat(digest(sample().with("staff.csv", "").in(folder))).isNotEqualTo(digest);
    assertThat(digest(sample().without("schools.csv").in(folder))).isNotEqualTo(digest);
  }

  @Test
  void a_source_can_be_read_again() throws IOException {
    var ready = (SnapshotOpening.Ready) SnapshotFormats.open(sample().in(folder));
    try (var source = ready.source()) {
      var first = new RecordingSink();
      var second = new RecordingSink();
      assertThat(source.read(first)).isEqualTo(source.read(second));
      assertThat(first.records).isEqualTo(second.records);
      assertThat(source.format()).isEqualTo("Clever CSV");
    }
  }

  private static List<RosterRecord> records(Path folderOrZip) throws IOException {
    return Snapshot.readFrom(folderOrZip).sink().records;
  }

  private static String digest(Path folderOrZip) throws IOException {
    var ready = (SnapshotOpening.Ready) SnapshotFormats.open(folderOrZip);
    try (var source = ready.source()) {
      return ((SnapshotDigest.Whole) source.digest()).hex();
    }
  }

  private Path zip(Path plain, String prefix, boolean litter) throws IOException {
    Path zip = Files.createTempFile(folder, "snapshot", ".zip");
    List<Path> files;
    try (Stream<Path> listed = Files.list(plain)) {
      files = listed.sorted().collect(Collectors.toList());
    }
    try (OutputStream out = Files.newOutputStream(zip);
        var entries = new ZipOutputStream(out)) {
      for (Path file : files) {
        entries.putNextEntry(new ZipEntry(prefix + file.getFileName()));
        Files.copy(file, entries);
      }
      if (litter) {
        entries.putNextEntry(new ZipEntry("__MACOSX/" + prefix + "._students.csv"));
        entries.write(1);
      }
    }
    return zip;
  }
}
