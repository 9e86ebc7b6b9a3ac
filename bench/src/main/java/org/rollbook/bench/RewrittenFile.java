package org.rollbook.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Other files made from those of a district, without holding one in memory. */
final class RewrittenFile {
  private static final int WINDOW = 50_000;
  private static final int FAR_APART = 2_000;
  private static final long SEED = 7;

  private RewrittenFile() {}

  /** The same rows in another order: shuffled within windows. */
  static void reorder(Path from, Path to) throws IOException {
    var random = new Random(SEED);
    try (BufferedReader lines = Files.newBufferedReader(from);
        var out = new PrintWriter(Files.newBufferedWriter(to))) {
      out.print(lines.readLine() + "\n");
      List<String> window = window(lines);
      while (!window.isEmpty()) {
        Collections.shuffle(window, random);
        window.forEach(line -> out.print(line + "\n"));
        window = window(lines);
      }
    }
  }

  private static List<String> window(BufferedReader lines) throws IOException {
    var window = new ArrayList<String>();
    while (window.size() < WINDOW) {
      String line = lines.readLine();
      if (line == null) {
        break;
      }
      window.add(line);
    }
    return window;
  }

  /** One record in a hundred is another: students by their name, enrolments by coming and going. */
  static void change(Path from, Path to) throws IOException {
    switch (String.valueOf(from.getFileName())) {
      case "students.csv" -> rename(from, to);
      case "enrollments.csv" -> move(from, to);
      default -> Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void rename(Path from, Path to) throws IOException {
    try (var rows = CsvReader.builder().ofCsvRecord(from);
        CsvWriter out = CsvWriter.builder().build(Files.newBufferedWriter(to))) {
      int column = -1;
      long number = 0;
      for (var row : rows) {
        var fields = new ArrayList<String>(row.getFields());
        if (column < 0) {
          column = column(fields, "lastname");
        } else if (++number % 100 == 0) {
          fields.set(column, fields.get(column) + "-Other");
        }
        out.writeRecord(fields);
      }
    }
  }

  /** One row in 200 goes; for one in 200 there comes a row with a student from far away. */
  private static void move(Path from, Path to) throws IOException {
    try (var rows = CsvReader.builder().ofCsvRecord(from);
        CsvWriter out = CsvWriter.builder().build(Files.newBufferedWriter(to))) {
      var before = new ArrayDeque<String>();
      int student = -1;
      long number = 0;
      for (var row : rows) {
        var fields = new ArrayList<String>(row.getFields());
        if (student < 0) {
          student = column(fields, "studentid");
        } else if (++number % 200 == 0) {
          continue;
        } else {
          before.add(fields.get(student));
        }
        out.writeRecord(fields);
        if (number % 200 == 100 && before.size() > FAR_APART) {
          fields.set(student, before.getFirst());
          out.writeRecord(fields);
        }
        if (before.size() > 2 * FAR_APART) {
          before.removeFirst();
        }
      }
    }
  }

  private static int column(List<String> header, String name) {
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).toLowerCase(java.util.Locale.ROOT).replaceAll("[ _]", "").equals(name)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column " + name + " in " + header);
  }
}
