package org.rollbook.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Words;
import org.rollbook.sync.accounts.Waiting;

/** Who waits after a sync, and what for. */
final class DemoWaiting {
  private static final int PEOPLE = 8;

  private final Console console;

  DemoWaiting(Console console) {
    this.console = console;
  }

  void tell(List<Waiting> everybody) {
    var people = new ArrayList<Waiting.Person>();
    var classes = new TreeMap<String, Integer>();
    for (var waiting : everybody) {
      switch (waiting) {
        case Waiting.Person person -> people.add(person);
        case Waiting.ClassOf held -> classes.merge(held.teacherName(), 1, Integer::sum);
      }
    }
    if (people.isEmpty()) {
      return;
    }
    console.gap();
    console.line("  Waiting, and let in by the first sync after their accounts appear:");
    people.stream().limit(PEOPLE).forEach(person -> Wrapped.print(console, "    - ", says(person)));
    if (people.size() > PEOPLE) {
      console.line("    … and %s more.", Words.number(people.size() - PEOPLE));
    }
    classes.forEach((teacher, count) ->
        Wrapped.print(
            console,
            "    - ",
            "%s of %s, until then".formatted(Words.count(count, "class", "classes"), teacher)));
  }

  private static String says(Waiting.Person person) {
    return "%s, %s%s: %s"
        .formatted(
            person.name(),
            person.role(),
            person.email().map(email -> " (" + email + ")").orElse(""),
            person.reason().says());
  }
}
