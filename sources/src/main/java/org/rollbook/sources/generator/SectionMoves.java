package org.rollbook.sources.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Sections that open and close in the middle of a term. */
final class SectionMoves {
  private static final int TRIES = 10;

  private final SchoolDay today;
  private final Draft draft;

  SectionMoves(SchoolDay today) {
    this.today = today;
    this.draft = today.draft();
  }

  /** Closes a small section whose students all find room in parallel ones. */
  void drop() {
    List<GeneratedSection> candidates = new ArrayList<>();
    for (int tries = 0; tries < TRIES; tries++) {
      today.anySection(this::canClose).ifPresent(candidates::add);
    }
    candidates.stream().min(Comparator.comparingInt(GeneratedSection::size)).ifPresent(this::drop);
  }

  private boolean canClose(GeneratedSection section) {
    int room = today.parallels(section).stream().mapToInt(ClassSize::room).sum();
    return room >= section.size() && Arrays.stream(section.students()).allMatch(today::isFree);
  }

  private void drop(GeneratedSection section) {
    Move.Group closing = today.group(section);
    draft.put(section.closed());
    today.moved(section);
    List<Move.Reseated> students =
        Arrays.stream(section.students()).mapToObj(s -> reseat(s, section)).toList();
    today.happened(new Move.SectionDropped(closing, students));
  }

  private Move.Reseated reseat(int student, GeneratedSection closed) {
    GeneratedSection other =
        today.parallels(closed).stream()
            .min(Comparator.comparingInt(GeneratedSection::size))
            .orElseThrow();
    draft.put(other.with(student));
    today.moved(student);
    return new Move.Reseated(person(student), today.group(other));
  }

  private Move.Person person(int student) {
    return today.person(draft.students().get(student));
  }

  /** Opens a section with students from parallel ones. */
  void add() {
    today.anySection(section -> leavers(section).size() >= ClassSize.SMALLEST).ifPresent(this::add);
  }

  private void add(GeneratedSection like) {
    List<Seat> seats = leavers(like);
    seats = seats.subList(0, Math.min(seats.size(), ClassSize.USUAL));
    GeneratedTeacher teacher =
        today
            .anyTeacher(like.offer().school(), t -> couldTeach(t, like))
            .orElseGet(() -> draft.teachers().get(like.teacher()));
    int[] students = seats.stream().mapToInt(Seat::student).toArray();
    GeneratedSection opened =
        draft.add(GeneratedSection.open(offer(like), teacher.number(), List.of(), students));
    today.moved(opened);
    List<Move.Reseated> reseated = seats.stream().map(this::vacate).toList();
    today.happened(new Move.SectionAdded(today.group(opened), today.person(teacher), reseated));
  }

  private static boolean couldTeach(GeneratedTeacher teacher, GeneratedSection section) {
    Department department = section.offer().course().department();
    return department == Department.HOMEROOM || teacher.department() == department;
  }

  private GeneratedSection.Offer offer(GeneratedSection like) {
    GeneratedSection.Offer old = like.offer();
    int groups =
        today.sectionsOf(old.school()).stream()
            .map(GeneratedSection::offer)
            .filter(o -> o.grade() == old.grade() && o.course().slot() == old.course().slot())
            .mapToInt(GeneratedSection.Offer::group)
            .max()
            .orElse(0);
    int number = draft.sections().size();
    return new GeneratedSection.Offer(
        number, old.school(), old.grade(), old.course(), old.term(), groups + 1, old.period());
  }

  private Move.Reseated vacate(Seat seat) {
    GeneratedSection left = draft.put(today.section(seat.section()).without(seat.student()));
    today.moved(seat.student());
    return new Move.Reseated(person(seat.student()), today.group(left));
  }

  /** Who could leave the section and its parallels so that each keeps the smallest size. */
  private List<Seat> leavers(GeneratedSection section) {
    return Stream.concat(Stream.of(section), today.parallels(section).stream())
        .flatMap(this::spare)
        .toList();
  }

  private Stream<Seat> spare(GeneratedSection section) {
    return Arrays.stream(section.students())
        .filter(today::isFree)
        .limit(Math.max(0, section.size() - ClassSize.SMALLEST))
        .mapToObj(student -> new Seat(student, section.number()));
  }

  private record Seat(int student, int section) {}
}
