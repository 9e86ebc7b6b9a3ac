package org.rollbook.learn.assignments;

import java.util.Map;
import java.util.Optional;

/**
 * One student's work on an assignment.
 *
 * @param responses by the questions' own numbers
 */
record Work(Assignment assignment, Map<Long, Response> responses) {
  Work {
    responses = Map.copyOf(responses);
  }

  Optional<Response> response(AskedQuestion asked) {
    return Optional.ofNullable(responses.get(asked.number()));
  }

  /** The first question that is not answered; absent when all are. */
  Optional<AskedQuestion> next() {
    return assignment.questions().stream().filter(asked -> response(asked).isEmpty()).findFirst();
  }

  /** The next question to answer after this one, from the beginning again at the end. */
  Optional<AskedQuestion> after(AskedQuestion here) {
    return assignment.questions().stream()
        .filter(asked -> asked.position() > here.position() && response(asked).isEmpty())
        .findFirst()
        .or(this::next);
  }

  int answered() {
    return responses.size();
  }

  int right() {
    return Math.toIntExact(responses.values().stream().filter(Response::correct).count());
  }

  int questions() {
    return assignment.questions().size();
  }

  boolean done() {
    return next().isEmpty();
  }
}
