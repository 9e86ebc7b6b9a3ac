package org.rollbook.sources.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What district to make. Equal settings make equal files.
 *
 * @param students how many on the first day, 100 to 1,000,000; below 1,000 schools are too small
 *     for classes of the usual size
 * @param seed chooses one district among all of that size
 * @param days how many days to write, the first included
 * @param emailDomain the one domain of everybody's address
 * @param firstDay the date of day 0; a week-end moves on to Monday
 * @param studentsWithEmail share of students with an address, 0 to 1; the youngest are without
 * @param studentsWithContacts share of students with contacts, 0 to 1; each contact is one more row
 *     in {@code students.csv}
 * @param events what is to happen beside the moves of ordinary days
 */
public record GeneratorSettings(
    int students,
    long seed,
    int days,
    String emailDomain,
    LocalDate firstDay,
    double studentsWithEmail,
    double studentsWithContacts,
    List<RequestedEvent> events) {
  public GeneratorSettings {
    events = List.copyOf(events);
    require(students >= 100 && students <= 1_000_000, "students: from 100 to 1000000");
    require(days >= 1 && days <= 1000, "days: from 1 to 1000");
    require(
        emailDomain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"), "e-mail domain: like school.example");
    require(isShare(studentsWithEmail), "students with e-mail: from 0 to 1");
    require(isShare(studentsWithContacts), "students with contacts: from 0 to 1");
    require(events.stream().allMatch(event -> event.day() >= 1), "events: from day 1 on");
  }

  /** One day of a district in which every student has an address and no student has contacts. */
  public static GeneratorSettings of(int students, long seed) {
    return new GeneratorSettings(
        students, seed, 1, "district.example", LocalDate.of(2026, 9, 8), 1, 0, List.of());
  }

  /** Another number of days. */
  public GeneratorSettings withDays(int newDays) {
    return new GeneratorSettings(
        students,
        seed,
        newDays,
        emailDomain,
        firstDay,
        studentsWithEmail,
        studentsWithContacts,
        events);
  }

  /** Another domain for everybody's address. */
  public GeneratorSettings withEmailDomain(String newDomain) {
    return new GeneratorSettings(
        students, seed, days, newDomain, firstDay, studentsWithEmail, studentsWithContacts, events);
  }

  /** Another date for day 0. */
  public GeneratorSettings withFirstDay(LocalDate newFirstDay) {
    return new GeneratorSettings(
        students,
        seed,
        days,
        emailDomain,
        newFirstDay,
        studentsWithEmail,
        studentsWithContacts,
        events);
  }

  /** Another share of students with an address. */
  public GeneratorSettings withStudentsWithEmail(double share) {
    return new GeneratorSettings(
        students, seed, days, emailDomain, firstDay, share, studentsWithContacts, events);
  }

  /** Another share of students with contacts. */
  public GeneratorSettings withStudentsWithContacts(double share) {
    return new GeneratorSettings(
        students, seed, days, emailDomain, firstDay, studentsWithEmail, share, events);
  }

  /** These settings and one event more. */
  public GeneratorSettings with(RequestedEvent event) {
    List<RequestedEvent> more = Stream.concat(events.stream(), Stream.of(event)).toList();
    return new GeneratorSettings(
        students, seed, days, emailDomain, firstDay, studentsWithEmail, studentsWithContacts, more);
  }

  boolean rollsOverOn(int day) {
    return events.stream()
        .anyMatch(event -> event instanceof RequestedEvent.Rollover && event.day() == day);
  }

  Optional<RequestedEvent.Kind> brokenOn(int day) {
    return events.stream()
        .filter(event -> event.day() == day)
        .flatMap(event ->
            switch (event) {
              case RequestedEvent.BrokenExport broken -> Stream.of(broken.kind());
              case RequestedEvent.Rollover rollover -> Stream.empty();
            })
        .findFirst();
  }

  private static boolean isShare(double share) {
    return share >= 0 && share <= 1;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
