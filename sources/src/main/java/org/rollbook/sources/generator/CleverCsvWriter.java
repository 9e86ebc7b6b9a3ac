package org.rollbook.sources.generator;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes an export as Clever's files: UTF-8, one header row, LF, quotes where they are needed. */
final class CleverCsvWriter {
  private final Export export;
  private final FileListener listener;

  /** Told of every file that is finished. */
  interface FileListener {
    void wrote(String file);
  }

  CleverCsvWriter(Export export, FileListener listener) {
    this.export = export;
    this.listener = listener;
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    var people = new CleverPeople(export.district());
    var classes = new CleverClasses(export);
    District district = export.district();
    write(folder, "schools.csv", people.schools(), district.ground().schools().stream());
    write(folder, "students.csv", people.students(), export.students().flatMap(people::rows));
    write(folder, "teachers.csv", people.teachers(), district.teachers());
    write(folder, "sections.csv", classes.sections(), export.sections());
    writeEnrolments(folder);
    write(folder, "staff.csv", people.staff(), district.staff().stream());
  }

  private <T> void write(Path folder, String file, Columns<T> columns, Stream<T> rows)
      throws IOException {
    writeRows(
        folder.resolve(file),
        csv -> {
          csv.writeRecord(columns.headers());
          rows.forEach(row -> csv.writeRecord(columns.cells(row)));
        });
    listener.wrote(file);
  }

  /** Nine rows for each student, so the row is written without more ado than its three cells. */
  private void writeEnrolments(Path folder) throws IOException {
    Path file = folder.resolve("enrollments.csv");
    List<GeneratedSchool> schools = export.district().ground().schools();
    writeRows(
        file,
        csv -> {
          csv.writeRecord("School_id", "Section_id", "Student_id");
          export
              .district()
              .sections()
              .forEach(section -> {
                String school = schools.get(section.offer().school()).id();
                String id = export.sectionId(section);
                export
                    .students(section)
                    .forEach(student -> csv.writeRecord(school, id, student.id()));
              });
        });
    if (export.is(RequestedEvent.Kind.TRUNCATED_ENROLMENTS)) {
      truncate(file);
    }
    listener.wrote("enrollments.csv");
  }

  /** Cuts a file inside a row; where the cut would fall on a row's end, a little earlier. */
  private static void truncate(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long cut = channel.size() * 6 / 10;
      ByteBuffer around = ByteBuffer.allocate(2);
      channel.read(around, cut - 1);
      boolean wholeRow = around.get(0) == '\n' || around.get(1) == '\n';
      channel.truncate(wholeRow ? cut - 5 : cut);
    }
  }

  /** Through a channel, which ends when the thread is interrupted, in the middle of a file too. */
  private static void writeRows(Path file, Consumer<CsvWriter> rows) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        CsvWriter csv =
            CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
      rows.accept(csv);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
