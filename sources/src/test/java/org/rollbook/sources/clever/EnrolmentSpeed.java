package org.rollbook.sources.clever;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.Unread;
import org.rollbook.sources.files.FilesOpening;
import org.rollbook.sources.files.Limits;
import org.rollbook.sources.files.RosterFiles;

/**
 * Prints how much longer a large enrollments.csv takes to read than FastCSV alone takes to parse
 * it. Run by hand: {@code java -Xmx64m -cp ... EnrolmentSpeed}.
 */
final class EnrolmentSpeed {
  private static final int ROWS = 900_000;
  private static final int ROUNDS = 15;

  private EnrolmentSpeed() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("enrolments");
    write(folder);
    var files = ((FilesOpening.Opened) RosterFiles.open(folder, Limits.DEFAULT)).files();
    double parse = Double.MAX_VALUE;
    double read = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      parse = Math.min(parse, millis(() -> parse(folder.resolve("enrollments.csv"))));
      read = Math.min(read, millis(() -> read(files)));
    }
    System.out.printf("parse %.0f ms, read %.0f ms, ratio %.2f%n", parse, read, read / parse);
  }

  /** Work that reads files. */
  private interface Work {
    void run() throws IOException;
  }

  private static double millis(Work work) throws IOException {
    // Processor time, for other programs may be running.
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long start = thread.getCurrentThreadCpuTime();
    work.run();
    return (thread.getCurrentThreadCpuTime() - start) / 1e6;
  }

  private static void parse(Path file) throws IOException {
    long characters = 0;
    try (var reader = CsvReader.builder().ofCsvRecord(file)) {
      for (var row : reader) {
        characters += row.getField(0).length() + row.getField(1).length();
      }
    }
    check(characters > ROWS);
  }

  private static void read(RosterFiles files) throws IOException {
    var count = new Count();
    // Not closed: the files are read again in the next round.
    Reading reading = new CleverCsv(files).read(count);
    check(reading instanceof Reading.Complete && count.records >= ROWS);
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("the file was not read");
    }
  }

  private static void write(Path folder) throws IOException {
    var random = new Random(1);
    var text = new StringBuilder("School_id,Section_id,Student_id\n");
    for (int i = 0; i < ROWS; i++) {
      int school = random.nextInt(100);
      text.append("S").append(100 + school).append(',');
      text.append(100_000 + school * 300 + random.nextInt(300)).append(',');
      text.append(10_000_000 + i / 6).append('\n');
    }
    Files.writeString(folder.resolve("enrollments.csv"), text);
    Files.writeString(folder.resolve("schools.csv"), "School_id,School_name\n");
    Files.writeString(
        folder.resolve("teachers.csv"), "School_id,Teacher_id,First_name,Last_name\n");
    Files.writeString(
        folder.resolve("students.csv"), "School_id,Student_id,First_name,Last_name\n");
    Files.writeString(folder.resolve("sections.csv"), "School_id,Section_id,Teacher_id\n");
  }

  private static final class Count implements RosterSink {
    private long records;

    @Override
    public void record(RosterRecord record, String file, long line) {
      records++;
    }

    @Override
    public void finding(Finding finding) {}

    @Override
    public void rejected(Finding finding, Unread unread) {}
  }
}
