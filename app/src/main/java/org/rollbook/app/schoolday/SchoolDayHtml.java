package org.rollbook.app.schoolday;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page as it is sent. */
final class SchoolDayHtml {
  private static final String AGAIN = "<meta http-equiv=\"refresh\" content=\"1\">\n";

  private final List<SchoolDayNote> notes;

  SchoolDayHtml(List<SchoolDayNote> notes) {
    this.notes = List.copyOf(notes);
  }

  String page(SchoolDay.Now now, String token) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    %s<title>The school day</title>
    <link rel="stylesheet" href="/school-day.css">
    </head>
    <body>
    <main>
    <h1>The school day</h1>
    <p>What happens at the schools of this invented district. Each button goes the whole way: the
    school's files, the roster, what apps may see.</p>
    <dl>%s</dl>
    <h2>Play</h2>
    %s
    <h2>What happened</h2>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(
            now.playing().isPresent() ? AGAIN : "",
            notes.stream().map(SchoolDayHtml::note).collect(Collectors.joining()),
            now.playing()
                .map(SchoolDayHtml::playing)
                .orElseGet(() -> buttons(now.offered(), now.played(), token)),
            now.happened().isEmpty()
                ? "<p>Nothing yet.</p>"
                : now.happened().stream()
                    .map(SchoolDayHtml::happened)
                    .collect(Collectors.joining("", "<ol role=\"status\">", "</ol>")));
  }

  private static String playing(String label) {
    return """
    <p class="playing" role="status">Under way: <strong>%s</strong>. This page shows what happened
    when it is over, in some seconds.</p>
    """
        .formatted(escaped(label));
  }

  private static String buttons(List<SchoolDay.Offered> offered, int played, String token) {
    return IntStream.range(0, offered.size())
        .mapToObj(i -> button(i, offered.get(i), played, token))
        .collect(Collectors.joining("", "<ul class=\"buttons\">", "</ul>"));
  }

  private static String note(SchoolDayNote note) {
    var name = escaped(note.name());
    var linked =
        note.link()
            .map(link -> "<a href=\"%s\">%s</a>".formatted(escaped(link), escaped(link)))
            .map(link -> link + (note.says().isEmpty() ? "" : "<br>"))
            .orElse("");
    return "<dt>%s</dt><dd>%s%s</dd>".formatted(name, linked, escaped(note.says()));
  }

  private static String button(int place, SchoolDay.Offered button, int played, String token) {
    return """
    <li><form method="post" action="/play">
    <input type="hidden" name="token" value="%s">
    <input type="hidden" name="after" value="%d">
    <button name="button" value="%d" aria-describedby="says%d">%s</button>
    <p id="says%d">%s</p></form></li>
    """
        .formatted(
            token, played, place, place, escaped(button.label()), place, escaped(button.says()));
  }

  private static String happened(SchoolDay.Happened happened) {
    return "<li><strong>%s</strong>%s</li>"
        .formatted(
            escaped(happened.title()),
            happened.sentences().stream()
                .map(says -> "<p>" + escaped(says) + "</p>")
                .collect(Collectors.joining()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
