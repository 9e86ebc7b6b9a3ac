package org.rollbook.emulator.coursework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * A piece of work of one class. A student's submission is kept when the student is removed from the
 * class, and seen again when the student is back.
 */
final class CourseWork {
  /** How a submission stands (source: discovery, {@code StudentSubmission.state}). */
  enum State {
    CREATED,
    TURNED_IN,
    RETURNED
  }

  /**
   * One student's submission.
   *
   * @param draft the grade that only teachers see
   * @param assigned the grade that the student sees
   */
  record Submission(
      State state, Optional<Double> draft, Optional<Double> assigned, Instant updated) {}

  private final int ordinal;
  private final int course;
  private final int creator;
  private final Instant created;
  private final ObjectNode text;
  private final Map<Integer, Submission> touched = new TreeMap<>();

  CourseWork(int ordinal, int course, int creator, ObjectNode text, Instant created) {
    this.ordinal = ordinal;
    this.course = course;
    this.creator = creator;
    this.text = text;
    this.created = created;
  }

  int ordinal() {
    return ordinal;
  }

  int course() {
    return course;
  }

  int creator() {
    return creator;
  }

  Instant created() {
    return created;
  }

  /** What the teacher wrote: title, description, maxPoints and the like, as it came. */
  ObjectNode text() {
    return text.deepCopy();
  }

  String id() {
    return Long.toString(700_000_000_000L + ordinal * 7_919L);
  }

  String type() {
    return text.path("workType").asString("ASSIGNMENT");
  }

  String state() {
    return text.path("state").asString("DRAFT");
  }

  /** A student's submission, as it was made with the work unless something was done to it. */
  Submission of(int student) {
    return touched.getOrDefault(
        student, new Submission(State.CREATED, Optional.empty(), Optional.empty(), created));
  }

  void put(int student, Submission submission) {
    touched.put(student, submission);
  }
}
