package org.rollbook.sources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.sources.files.FilesRefusal.Reason;

/** What strangers put into folders and zips must not harm whoever opens them. */
class RosterFilesTest {
  private static final Limits SMALL = new Limits(5, 2 << 20, 3 << 20, 50);

  @TempDir Path folder;

  private Reason refused(Path path) throws IOException {
    FilesOpening opening = RosterFiles.open(path, SMALL);
    assertThat(opening).isInstanceOf(FilesOpening.Refused.class);
    FilesRefusal refusal = ((FilesOpening.Refused) opening).refusal();
    assertThat(refusal.message()).endsWith("nothing was read, please deliver again.");
    return refusal.reason();
  }

  private RosterFiles opened(Path path) throws IOException {
    return ((FilesOpening.Opened) RosterFiles.open(path, SMALL)).files();
  }

  /** Opens the one file of a zip and reads it until it is refused. */
  private Reason refusedWhileReading(Path zip) throws IOException {
    try (RosterFiles files = opened(zip)) {
      String name = files.names().getFirst();
      var fault =
          catchThrowableOfType(
              UnsafeFileException.class,
              () -> {
                try (InputStream in = files.open(name)) {
                  in.transferTo(OutputStream.nullOutputStream());
                }
              });
      assertThat(fault).isNotNull();
      return fault.refusal().reason();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../students.csv",
        "a/../../students.csv",
        "..",
        "./students.csv",
        "/etc/students.csv",
        "C:/students.csv",
        "C:students.csv",
        "\\\\server\\students.csv",
        "..\\students.csv",
        "a//students.csv",
        "stu\ndents.csv"
      })
  void a_zip_with_an_unsafe_name_is_refused(String name) throws IOException {
    assertThat(refused(Zips.named(folder, "schools.csv", name))).isEqualTo(Reason.UNSAFE_NAME);
  }

  @Test
  void a_zip_with_a_NUL_in_a_name_is_refused() throws IOException {
    Path zip = Zips.renamed(Zips.named(folder, "studentsX.csv"), "studentsX.csv", "students\0.csv");
    assertThat(refused(zip)).isEqualTo(Reason.UNSAFE_NAME);
  }

  @Test
  void two_files_with_one_name_are_refused() throws IOException {
    assertThat(refused(Zips.named(folder, "students.csv", "Students.CSV")))
        .isEqualTo(Reason.DUPLICATE_NAME);
    Path same = Zips.renamed(Zips.named(folder, "a.csv", "b.csv"), "b.csv", "a.csv");
    assertThat(refused(same)).isIn(Reason.DUPLICATE_NAME, Reason.DAMAGED_ZIP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one/schools.csv two/students.csv",
        "schools.csv sub/students.csv",
        "a/b/schools.csv"
      })
  void folders_other_than_one_for_all_are_refused(String names) throws IOException {
    assertThat(refused(Zips.named(folder, names.split(" ", -1)))).isEqualTo(Reason.NESTED_FOLDER);
  }

  @Test
  void one_folder_for_all_is_no_matter() throws IOException {
    try (RosterFiles files =
        opened(Zips.named(folder, "x/", "x/b.csv", "x/A.csv", "__MACOSX/x/._b.csv"))) {
      assertThat(files.names()).containsExactly("A.csv", "b.csv");
      assertThat(files.find("a.CSV")).contains("A.csv");
      assertThat(files.find("x/A.csv")).isEmpty();
      assertThatThrownBy(() -> files.open("../b.csv")).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void too_many_files_are_refused() throws IOException {
    assertThat(refused(Zips.named(folder, "1", "2", "3", "4", "5", "6")))
        .isEqualTo(Reason.TOO_MANY_FILES);
    Path full = Files.createDirectory(folder.resolve("full"));
    for (int i = 0; i < 6; i++) {
      Files.createFile(full.resolve("f" + i));
    }
    assertThat(refused(full)).isEqualTo(Reason.TOO_MANY_FILES);
  }

  @Test
  void an_encrypted_zip_says_so() throws IOException {
    Path zip = Zips.encrypted(Zips.of(folder, "students.csv", Zips.text(100)));
    assertThat(refused(zip)).isEqualTo(Reason.ENCRYPTED_ZIP);
  }

  @Test
  void a_zip_that_was_cut_off_anywhere_is_refused() throws IOException {
    byte[] content = new byte[300];
    new Random(1).nextBytes(content);
    long whole = Files.size(Zips.of(folder, "students.csv", content));
    for (int length = 4; length < whole; length += 5) {
      Path cut = Zips.cut(Zips.of(folder, "students.csv", content), length);
      assertThat(refused(cut)).as("cut at " + length).isEqualTo(Reason.DAMAGED_ZIP);
    }
  }

  @Test
  void damage_inside_a_zip_is_found_by_its_check_sum() throws IOException {
    byte[] content = new byte[300];
    new Random(1).nextBytes(content);
    Path zip = Zips.damaged(Zips.of(folder, "students.csv", content));
    assertThat(refusedWhileReading(zip)).isEqualTo(Reason.DAMAGED_ZIP);
  }

  @Test
  void a_bomb_is_stopped_by_what_comes_out_of_it_not_by_what_it_claims() throws IOException {
    Path honest = Zips.of(folder, "students.csv", Zips.text(20 << 20));
    assertThat(refusedWhileReading(honest)).isEqualTo(Reason.COMPRESSION_BOMB);
    Path lying = Zips.claiming(Zips.of(folder, "students.csv", Zips.text(20 << 20)), 10);
    assertThat(refusedWhileReading(lying)).isEqualTo(Reason.COMPRESSION_BOMB);
  }

  @Test
  void a_file_that_is_too_large_is_stopped() throws IOException {
    byte[] noise = new byte[3 << 20];
    new Random(1).nextBytes(noise);
    assertThat(refusedWhileReading(Zips.of(folder, "students.csv", noise)))
        .isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void all_files_together_have_a_limit_and_reading_one_again_costs_nothing() throws IOException {
    for (String name : new String[] {"a.csv", "b.csv"}) {
      Files.write(folder.resolve(name), Zips.text((3 << 20) / 2 + 1));
    }
    try (RosterFiles files = opened(folder)) {
      for (int i = 0; i < 3; i++) {
        try (InputStream in = files.open("a.csv")) {
          assertThat(in.readAllBytes()).hasSize((3 << 20) / 2 + 1);
        }
      }
      try (InputStream in = files.open("b.csv")) {
        assertThatThrownBy(in::readAllBytes).isInstanceOf(UnsafeFileException.class);
      }
    }
  }

  @Test
  void a_link_out_of_the_folder_is_refused_and_one_inside_is_a_file() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "x");
    Path drop = Files.createDirectory(folder.resolve("drop"));
    Files.writeString(drop.resolve("schools.csv"), "y");
    Files.createSymbolicLink(drop.resolve("sites.csv"), Path.of("schools.csv"));
    try (RosterFiles files = opened(drop)) {
      assertThat(files.names()).containsExactly("schools.csv", "sites.csv");
      Files.delete(drop.resolve("sites.csv"));
      Files.createSymbolicLink(drop.resolve("sites.csv"), secret);
      assertThatThrownBy(() -> files.open("sites.csv")).isInstanceOf(UnsafeFileException.class);
    }
    assertThat(refused(drop)).isEqualTo(Reason.OUTSIDE_FOLDER);
  }

  @Test
  void a_folder_in_a_folder_is_opened_when_it_is_alone_and_left_alone_otherwise()
      throws IOException {
    Path drop = folder.resolve("drop");
    Path inner = Files.createDirectories(drop.resolve("export"));
    Files.writeString(inner.resolve("schools.csv"), "y");
    try (RosterFiles files = opened(drop)) {
      assertThat(files.names()).containsExactly("schools.csv");
      assertThat(files.claimedSize("schools.csv")).isEqualTo(1);
      assertThat(files.open("schools.csv").readAllBytes())
          .isEqualTo("y".getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(inner.resolveSibling("students.csv"), "z");
    try (RosterFiles files = opened(drop)) {
      assertThat(files.names()).containsExactly("students.csv");
    }
  }

  @Test
  void a_callers_mistake_is_no_refusal() throws IOException {
    Path text = Files.writeString(folder.resolve("students.csv"), "School_id");

    assertThat(RosterFiles.open(folder.resolve("nowhere"), SMALL))
        .isInstanceOfSatisfying(
            FilesOpening.Nothing.class,
            nothing -> assertThat(nothing.message()).contains("nowhere", "check the path"));
    assertThat(RosterFiles.open(text, SMALL))
        .isInstanceOfSatisfying(
            FilesOpening.Nothing.class,
            nothing -> assertThat(nothing.message()).contains("neither a folder nor a zip"));
  }
}
