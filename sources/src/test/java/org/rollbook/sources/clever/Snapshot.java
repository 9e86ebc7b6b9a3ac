package org.rollbook.sources.clever;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RecordingSink;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;

/** A small snapshot to change and read: one school, one teacher, one student in one section. */
final class Snapshot {
  /** What reading gave. */
  record Read(Reading reading, RecordingSink sink) {
    Reading.Complete complete() {
      return (Reading.Complete) reading;
    }

    Reading.Refused refused() {
      return (Reading.Refused) reading;
    }

    Reading.Rows rows(RecordKind kind) {
      return complete().rows().getOrDefault(kind, new Reading.Rows(0, 0, 0, 0));
    }
  }

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  Snapshot() {
    with("schools.csv", "School_id,School_name\nS1,City High\n");
    with(
        "teachers.csv",
        "School_id,Teacher_id,First_name,Last_name,Teacher_email\nS1,T1,Ada,Bee,ada@x.org\n");
    with("students.csv", "School_id,Student_id,First_name,Last_name\nS1,P1,Cem,Dog\n");
    with("sections.csv", "School_id,Section_id,Teacher_id,Name\nS1,C1,T1,Maths\n");
    with("enrollments.csv", "School_id,Section_id,Student_id\nS1,C1,P1\n");
  }

  Snapshot with(String file, String text) {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  Snapshot with(String file, byte[] bytes) {
    files.put(file, bytes);
    return this;
  }

  Snapshot without(String file) {
    files.remove(file);
    return this;
  }

  Map<String, byte[]> files() {
    return files;
  }

  Path in(Path folder) throws IOException {
    Path own = Files.createTempDirectory(folder, "snapshot");
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(own.resolve(file.getKey()), file.getValue());
    }
    return own;
  }

  Read read(Path temporary) {
    try {
      return readFrom(in(temporary));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  static Read readFrom(Path folderOrZip) throws IOException {
    var sink = new RecordingSink();
    var ready = (SnapshotOpening.Ready) SnapshotFormats.open(folderOrZip);
    try (var source = ready.source()) {
      return new Read(source.read(sink), sink);
    }
  }
}
