package org.rollbook.app.schoolday;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollbook.app.schoolday.SisFiles.Section;
import org.rollbook.app.schoolday.SisFiles.Somebody;

/**
 * Who plays in the story: a teacher of several classes, and a student of theirs.
 *
 * @param classes all of the teacher's, those taught together with others included
 * @param from where the student sits
 * @param to where the student goes; of the same course, where the teacher has such a one
 * @param shared what is un-shared and shared again; taught together, where there is such a one
 */
public record Cast(
    Somebody teacher,
    List<Section> classes,
    Somebody student,
    Section from,
    Section to,
    Section shared) {
  private static final int FEWEST = 3;
  private static final int MOST = 6;

  public Cast {
    classes = List.copyOf(classes);
  }

  /**
   * The teacher with whom most can be shown.
   *
   * @throws IllegalStateException when no teacher has two classes
   */
  public static Cast of(SisFiles files) throws IOException {
    var taught = new HashMap<String, List<Section>>();
    for (var section : files.sections()) {
      section.teachers().forEach(teacher -> taught.merge(teacher, List.of(section), Cast::joined));
    }
    var students = files.students();
    return files.teachers().values().stream()
        .flatMap(teacher -> of(teacher, taught.getOrDefault(teacher.id(), List.of()), students))
        .max(Comparator.comparingInt(Cast::worth).thenComparing(cast -> cast.teacher().id()))
        .orElseThrow(() -> new IllegalStateException("no teacher has two classes"));
  }

  private static List<Section> joined(List<Section> some, List<Section> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static Stream<Cast> of(
      Somebody teacher, List<Section> classes, Map<String, Somebody> students) {
    return classes.stream()
        .flatMap(from ->
            classes.stream()
                .filter(to -> !to.id().equals(from.id()))
                .flatMap(to ->
                    moving(from, to, students)
                        .map(student ->
                            new Cast(
                                teacher, classes, student, from, to, shared(classes, from, to)))
                        .stream()));
  }

  /** Somebody who can sign in, and sits in the one and not in the other. */
  private static Optional<Somebody> moving(
      Section from, Section to, Map<String, Somebody> students) {
    return from.students().stream()
        .filter(id -> !to.students().contains(id))
        .map(students::get)
        .filter(student -> student != null && !student.email().isEmpty())
        .findFirst();
  }

  private static Section shared(List<Section> classes, Section from, Section to) {
    return classes.stream()
        .max(
            Comparator.comparingInt(one ->
                (one.equals(from) || one.equals(to) ? 0 : 2) + (one.teachers().size() > 1 ? 1 : 0)))
        .orElse(from);
  }

  /** How much can be shown with them. */
  private int worth() {
    // Two of one name could not be told apart by who looks.
    return (from.name().equals(to.name()) ? 0 : 8)
        + (from.course().equals(to.course()) ? 4 : 0)
        + (shared.teachers().size() > 1 ? 2 : 0)
        + (classes.size() >= FEWEST && classes.size() <= MOST ? 3 : 0);
  }
}
