package org.rollbook.sources.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A synthetic district on one day. It never changes; {@link #nextDay} makes another. */
public final class District {
  private final Ground ground;
  private final SchoolYear year;
  private final Addresses addresses;
  private final Draft.People people;
  private final DaySummary summary;

  District(
      Ground ground,
      SchoolYear year,
      Addresses addresses,
      Draft.People people,
      DaySummary summary) {
    this.ground = ground;
    this.year = year;
    this.addresses = addresses;
    this.people = people;
    this.summary = summary;
  }

  /** What happened since the day before; nothing on the first day. */
  public DaySummary summary() {
    return summary;
  }

  /** Counted from 0. */
  public int day() {
    return summary.day();
  }

  /** The day's date, never on a week-end. */
  public LocalDate date() {
    return summary.date();
  }

  /** The next school day. */
  public District nextDay() {
    return new NextDay(this).district();
  }

  /**
   * Writes the day's files in Clever's format into a folder, which is made if it is not there. If
   * the day's export is to be broken, it is.
   */
  public void writeCleverCsv(Path folder) throws IOException {
    writeCleverCsv(folder, file -> {});
  }

  void writeCleverCsv(Path folder, CleverCsvWriter.FileListener listener) throws IOException {
    new CleverCsvWriter(Export.of(this), listener).write(folder);
  }

  /**
   * Everybody of this day who has an e-mail address: staff, teachers, students, each once. A broken
   * export does not make accounts disappear.
   */
  public Stream<GeneratedAccount> accounts() {
    Directory directory = directory();
    return Stream.of(
            ground.staff().stream().map(s -> account(directory.email(s), s.given(), s.family())),
            teachers().map(t -> account(directory.email(t), t.given(), t.family())),
            students()
                .filter(GeneratedStudent::hasEmail)
                .map(s -> account(directory.email(s), s.given(), s.family())))
        .flatMap(accounts -> accounts);
  }

  /** How much there is of everything. */
  public Size size() {
    return new Size(
        ground.schools().size(),
        students().count(),
        teachers().count(),
        sections().count(),
        sections().mapToLong(GeneratedSection::size).sum());
  }

  /** Counts of one day's records. */
  public record Size(int schools, long students, long teachers, long sections, long enrolments) {}

  Ground ground() {
    return ground;
  }

  SchoolYear year() {
    return year;
  }

  Addresses addresses() {
    return addresses;
  }

  /** Those who left, and what closed, included. */
  Draft.People people() {
    return people;
  }

  Stream<GeneratedStudent> students() {
    return people.students().stream().filter(GeneratedStudent::enrolled);
  }

  Stream<GeneratedTeacher> teachers() {
    return people.teachers().stream().filter(GeneratedTeacher::employed);
  }

  Stream<GeneratedSection> sections() {
    return people.sections().stream().filter(GeneratedSection::open);
  }

  List<GeneratedStaff> staff() {
    return ground.staff();
  }

  Directory directory() {
    return new Directory(ground, addresses, people.teachers());
  }

  private GeneratedAccount account(String email, int given, int family) {
    return new GeneratedAccount(email, ground.names().given(given), ground.names().family(family));
  }
}
