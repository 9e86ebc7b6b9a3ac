package org.rollbook.emulator.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.rollbook.emulator.courses.Course;
import org.rollbook.emulator.courses.CourseBook;
import org.rollbook.emulator.courses.CourseState;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.Query;

/** A page for a person who watches: classes, newest first, and the members of one class. */
public final class RosterPage {
  private static final int PAGE = 50;
  private static final String CLASS = "/classes/";

  private final CourseBook courses;
  private final Accounts accounts;

  /** Over these classes and people. */
  public RosterPage(CourseBook courses, Accounts accounts) {
    this.courses = courses;
    this.accounts = accounts;
  }

  /** The HTML of {@code /} or {@code /classes/ID}; nothing when there is no such class. */
  public Optional<String> show(String path, Query query) {
    if (path.startsWith(CLASS)) {
      return courses.find(path.substring(CLASS.length()), "").map(this::oneClass);
    }
    return Optional.of(allClasses(query));
  }

  private String allClasses(Query query) {
    String words = query.one("q").orElse("");
    String state = query.one("state").orElse("");
    int page = Math.max(1, query.count("page"));
    Predicate<Course> wanted = named(words).and(inState(state));
    List<Course> shown = new ArrayList<>();
    int found = 0;
    for (Course course : courses.newestFirst()) {
      if (wanted.test(course)) {
        found++;
        if (found > (page - 1) * PAGE && shown.size() < PAGE) {
          shown.add(course);
        }
      }
    }
    Html html = new Html("Classes of " + accounts.domain());
    tiles(html);
    html.searchForm(words, state);
    html.raw("<p class=count>" + found + (found == 1 ? " class" : " classes") + "</p>");
    table(html, shown);
    html.pages(words, state, page, (found + PAGE - 1) / PAGE);
    return html.end();
  }

  private void tiles(Html html) {
    Map<CourseState, Integer> counts = new EnumMap<>(CourseState.class);
    for (Course course : courses.newestFirst()) {
      counts.merge(course.state(), 1, Integer::sum);
    }
    html.raw("<ul class=tiles>");
    for (CourseState state : CourseState.values()) {
      html.tile(state.word(), counts.getOrDefault(state, 0));
    }
    html.tile("accounts", accounts.everyone().size());
    html.raw("</ul>");
  }

  private Predicate<Course> named(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return course ->
        lower.isEmpty()
            || course.text().name().toLowerCase(Locale.ROOT).contains(lower)
            || owner(course).email().contains(lower)
            || course.id().equals(lower);
  }

  private static Predicate<Course> inState(String state) {
    return course -> state.isEmpty() || course.state().word().equals(state);
  }

  private Account owner(Course course) {
    return accounts.get(course.owner());
  }

  private void table(Html html, List<Course> shown) {
    html.raw("<table><thead><tr><th>Class<th>State<th>Owner<th>Teachers<th>Students</thead>");
    for (Course course : shown) {
      html.raw("<tr><td><a href=\"" + CLASS + course.id() + "\">");
      html.text(course.text().name()).raw("</a> <small>").text(course.text().section());
      html.raw("</small><td>").state(course.state()).raw("<td>").text(owner(course).email());
      html.raw("<td>" + course.teacherCount() + "<td>" + course.studentCount());
    }
    html.raw("</table>");
    if (shown.isEmpty()) {
      html.raw("<p class=none>No class here yet. Reload to look again.</p>");
    }
  }

  private String oneClass(Course course) {
    Html html = new Html(course.text().name());
    html.raw("<p><a href=\"/\">All classes</a></p><p>").state(course.state());
    html.raw(" <small>").text(course.text().section()).raw(" ").text(course.text().room());
    html.raw(" number " + course.id() + "</small></p>");
    people(html, "Teachers", course.teacherOrdinals(), course.owner());
    people(html, "Students", course.studentOrdinals(), -1);
    return html.end();
  }

  private void people(Html html, String title, int[] ordinals, int owner) {
    html.raw("<h2>" + title + " <small>" + ordinals.length + "</small></h2><ul class=people>");
    for (int ordinal : ordinals) {
      Account person = accounts.get(ordinal);
      html.raw("<li>").text(person.fullName()).raw(" <small>").text(person.email());
      html.raw(ordinal == owner ? " (owner)" : "").raw(standing(person)).raw("</small>");
    }
    html.raw("</ul>");
  }

  private static String standing(Account person) {
    if (person.deleted().isPresent()) {
      return " (account deleted)";
    }
    return person.suspended() ? " (account suspended)" : "";
  }
}
