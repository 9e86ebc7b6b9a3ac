package org.rollbook.learn.assignments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What is wrong with a form, by the name of the field: the first thing of each. */
final class Errors {
  private final SequencedMap<String, String> found = new LinkedHashMap<>();

  static SequencedMap<String, String> none() {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>());
  }

  void add(String field, String says) {
    found.putIfAbsent(field, says);
  }

  /** Required and not too long, in UTF-16 units. */
  void checkText(String field, String typed, int longest, String ifEmpty) {
    if (typed.isEmpty() && !ifEmpty.isEmpty()) {
      add(field, ifEmpty);
    }
    if (typed.length() > longest) {
      add(field, "Shorten it to %,d characters; it has %,d.".formatted(longest, typed.length()));
    }
  }

  boolean has(String field) {
    return found.containsKey(field);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  SequencedMap<String, String> all() {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(found));
  }
}
