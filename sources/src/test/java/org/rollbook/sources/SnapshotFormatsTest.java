package org.rollbook.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A format is recognised by the names of the files. */
class SnapshotFormatsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          schools.csv students.csv                    | Clever CSV
          STUDENTS.CSV                                | Clever CSV
          clever-api.json students.jsonl              | Clever API
          students.jsonl                              | Clever API
          students.csv classes.csv                    | Clever CSV
          manifest.csv enrollments.csv users.csv      | ONEROSTER_NOT_YET
          orgs.csv enrollments.csv users.csv          | ONEROSTER_NOT_YET
          enrollments.csv                             | UNKNOWN_FORMAT
          readme.txt                                  | UNKNOWN_FORMAT
          """)
  void a_format_is_known_by_its_files(String names, String expected) throws IOException {
    for (String name : names.split(" ", -1)) {
      Files.writeString(folder.resolve(name), "x");
    }

    assertThat(answer(folder)).isEqualTo(expected);
  }

  @Test
  void what_is_not_there_is_the_callers_mistake() throws IOException {
    assertThat(answer(folder.resolve("nowhere"))).startsWith("There is no file or folder ");
  }

  @Test
  void what_is_damaged_is_refused() throws IOException {
    Path zip = Files.writeString(folder.resolve("roster.zip"), "PK and nothing more");

    assertThat(answer(zip)).isEqualTo("DAMAGED_ZIP");
  }

  private static String answer(Path path) throws IOException {
    return switch (SnapshotFormats.open(path)) {
      case SnapshotOpening.Ready(SnapshotSource source) -> {
        try (source) {
          yield source.format();
        }
      }
      case SnapshotOpening.Nothing(String message) -> message;
      case SnapshotOpening.Refused(var findings) -> findings.getFirst().code();
    };
  }
}
