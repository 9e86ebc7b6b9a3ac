package org.rollbook.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Words;
import org.rollbook.core.reconcile.WaitingReason;
import org.rollbook.sync.accounts.Waiting;

/** Who waits after a sync, and what for. */
final class DemoWaiting {
  private static final int PEOPLE = 8;

  private final Console console;

  DemoWaiting(Console console) {
    this.console = console;
  }

  void tell(List<Waiting> everybody) {
    tell(
        "Waiting, and let in by the first sync after their accounts appear:",
        everybody,
        DemoWaiting::forAnAccount);
    tell("Waiting until the source has put it right:", everybody, reason -> !forAnAccount(reason));
  }

  private static boolean forAnAccount(WaitingReason reason) {
    return switch (reason) {
      case NO_ACCOUNT, SUSPENDED, SEVERAL_ACCOUNTS -> true;
      case NO_EMAIL, SHARED_EMAIL, NO_PRIMARY_TEACHER -> false;
    };
  }

  private void tell(String title, List<Waiting> everybody, Predicate<WaitingReason> theirs) {
    var people = new ArrayList<Waiting.Person>();
    var classes = new TreeMap<String, Integer>();
    for (var waiting : everybody) {
      if (theirs.test(waiting.reason())) {
        switch (waiting) {
          case Waiting.Person person -> people.add(person);
          case Waiting.ClassOf held -> classes.merge(teacher(held), 1, Integer::sum);
        }
      }
    }
    if (people.isEmpty() && classes.isEmpty()) {
      return;
    }
    console.gap();
    console.line("  %s", title);
    people.stream().limit(PEOPLE).forEach(person -> Wrapped.print(console, "    - ", says(person)));
    if (people.size() > PEOPLE) {
      console.line("    … and %s more.", Words.number(people.size() - PEOPLE));
    }
    classes.forEach((teacher, count) ->
        Wrapped.print(
            console,
            "    - ",
            "%s %s, until then".formatted(Words.count(count, "class", "classes"), teacher)));
  }

  private static String teacher(Waiting.ClassOf held) {
    return held.reason() == WaitingReason.NO_PRIMARY_TEACHER
        ? "without a primary teacher"
        : "of " + held.teacherName();
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
