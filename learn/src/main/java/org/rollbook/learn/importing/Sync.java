package org.rollbook.learn.importing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rollbook.learn.importing.TeacherRows.Kept;
import org.rollbook.learn.importing.TeacherRows.Standing;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverRecord.Section;

/** Reads one teacher's classes and brings them in line, one after the other. For one run. */
final class Sync {
  /** One more is no class, and would take longer than a teacher waits. */
  private static final int MOST_IN_A_CLASS = 5_000;

  private final Parts parts;
  private final Person teacher;
  private final long reading;
  private final Taught taught;
  private final Accounts accounts;

  /** What every sync uses. */
  record Parts(RunRows runs, TeacherRows teachers, ClassSync classes, People people) {}

  private Sync(Parts parts, Person teacher, long reading, Taught taught) {
    this.parts = parts;
    this.teacher = teacher;
    this.reading = reading;
    this.taught = taught;
    this.accounts = new Accounts(parts.people(), teacher.id().district(), taught.people());
  }

  /**
   * Reads the lists of a teacher. The number of the reading is drawn first: what others read with a
   * higher one is not older.
   */
  static Sync begin(Parts parts, CleverApi api, Person teacher) throws IOException {
    long reading = parts.teachers().nextReading();
    var taught = Taught.read(api, teacher.id().district(), teacher.cleverId());
    return new Sync(parts, teacher, reading, taught);
  }

  /**
   * Does it.
   *
   * @param standing how the teacher stood before the reading began
   * @param believed whether who was not shown before still is not, unless an event said otherwise
   * @return what the teacher should know although every class was looked at
   * @throws CannotGoOn when it has to end here; what is done stays
   */
  Optional<CannotGoOn> through(RunId run, Standing standing, boolean believed, Runnable progress)
      throws CannotGoOn {
    var sections = taught.sections();
    var missing = missing(sections);
    if (!taught.shared() && !standing.imported() && missing.isEmpty()) {
      throw Failures.notShared();
    }
    parts.runs().expects(run, sections.size() + missing.size());
    progress.run();
    var steps = new Steps(parts, run, reading, progress);
    accounts.provide(sections);
    var unseen = believed ? unseen(sections) : Map.<String, Set<String>>of();
    for (var section : sections) {
      var still = attending(section, unseen.getOrDefault(section.id(), Set.of()));
      steps.take(Steps.Of.listed(section), () -> Optional.of(met(section, still)));
    }
    for (var kept : missing) {
      steps.take(Steps.Of.kept(kept), () -> alone(kept));
    }
    return ended(standing, steps.clean());
  }

  private Optional<CannotGoOn> ended(Standing standing, boolean clean) {
    if (clean) {
      parts.teachers().read(teacher.id(), standing.touched(), reading);
    }
    if (!taught.shared()) {
      return Optional.of(Failures.notShared());
    }
    parts.teachers().imported(teacher.id());
    return Optional.empty();
  }

  private List<Kept> missing(List<Section> sections) {
    var listed = sections.stream().map(Section::id).collect(Collectors.toSet());
    return parts.teachers().kept(teacher.id()).stream()
        .filter(kept -> !listed.contains(kept.section()))
        .toList();
  }

  private Map<String, Set<String>> unseen(List<Section> sections) {
    var ids = sections.stream().map(Section::id).toList();
    return parts.teachers().unseen(teacher.id().district(), ids);
  }

  /** The list of students would show one who is shared again; of teachers there is no such list. */
  private static Set<String> attending(Section section, Set<String> unseen) {
    return section.students().stream()
        .filter(unseen::contains)
        .filter(student -> !section.isTaughtBy(student))
        .collect(Collectors.toSet());
  }

  /** A section that is there, with everybody in it. */
  private SectionClass met(Section section, Set<String> stillUnseen)
      throws IOException, CannotGoOn {
    if (section.students().size() > MOST_IN_A_CLASS) {
      throw new CannotGoOn(
          FailureCode.CLASS_TOO_LARGE,
          "The section has %,d students, and a class here at most %,d. It stays as it was."
              .formatted(section.students().size(), MOST_IN_A_CLASS));
    }
    taught.people().meet(section, stillUnseen);
    accounts.provide(List.of(section));
    return new SectionClass(section, accounts.of(section), taught.people().unseenOf(section));
  }

  /**
   * A class whose section the teacher's list does not have, judged by its section alone: the
   * teacher was taken off it, or it is gone. Nobody is believed to be unseen still, for no list
   * speaks of this section.
   */
  private Optional<SectionClass> alone(Kept kept) throws IOException, CannotGoOn {
    var section = taught.missing(kept.section());
    return section.isEmpty() ? Optional.empty() : Optional.of(met(section.get(), Set.of()));
  }
}
