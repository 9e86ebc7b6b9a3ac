package org.rollbook.app.schoolday;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The page as it is sent. */
final class SchoolDayHtml {
  private final List<SchoolDayNote> notes;

  SchoolDayHtml(List<SchoolDayNote> notes) {
    this.notes = List.copyOf(notes);
  }

  /** What a press of a button did. */
  record Happened(String title, List<String> sentences) {
    Happened {
      sentences = List.copyOf(sentences);
    }
  }

  String page(List<SchoolDayButton> buttons, List<Happened> happened, String token) {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>The school day</title>
    <link rel="stylesheet" href="/school-day.css">
    </head>
    <body>
    <main>
    <h1>The school day</h1>
    <p>What happens at the schools of this invented district. Each button goes the whole way: the
    school's files, the roster, what apps may see.</p>
    <dl>%s</dl>
    <h2>Play</h2>
    <ul class="buttons">%s</ul>
    <h2>What happened</h2>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(
            notes.stream().map(SchoolDayHtml::note).collect(Collectors.joining()),
            IntStream.range(0, buttons.size())
                .mapToObj(i -> button(i, buttons.get(i), token))
                .collect(Collectors.joining()),
            happened.isEmpty()
                ? "<p>Nothing yet.</p>"
                : happened.stream()
                    .map(SchoolDayHtml::happened)
                    .collect(Collectors.joining("", "<ol role=\"status\">", "</ol>")));
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

  private static String button(int place, SchoolDayButton button, String token) {
    return """
    <li><form method="post" action="/play">
    <input type="hidden" name="token" value="%s">
    <button name="button" value="%d" aria-describedby="says%d">%s</button>
    <p id="says%d">%s</p></form></li>
    """
        .formatted(
            token,
            place,
            place,
            escaped(button.label().get()),
            place,
            escaped(button.says().get()));
  }

  private static String happened(Happened happened) {
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
