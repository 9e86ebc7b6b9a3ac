package org.rollbook.hub.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes pages with the templates that the build made classes of. */
final class Pages {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Pages.class.getClassLoader(), Pages.class.getPackageName());

  private final String command;
  private final Version version;
  private final Wording wording;

  Pages(String command, Version version, Wording wording) {
    this.command = command;
    this.version = version;
    this.wording = wording;
  }

  /** The part of the status page that changes; without a status it says that there is none. */
  Part statusPart(Optional<Status> status) {
    String html = status.map(this::known).orElseGet(this::unknown);
    String asOf = status.map(Status::at).map(wording::time).orElse("");
    return new Part(html, UUID.nameUUIDFromBytes(html.getBytes(UTF_8)).toString(), asOf);
  }

  private String known(Status status) {
    return render(
        "status.jte",
        Map.of(
            "status",
            status,
            "decisions",
            new Decisions(command, wording).in(status),
            "wording",
            wording,
            "command",
            command));
  }

  private String unknown() {
    return render("unknown.jte", Map.of("command", command));
  }

  String statusPage(Part part) {
    return render("page.jte", Map.of("version", version, "part", part));
  }

  /** What a page that was loaded before gets in place of its own part. */
  String refresh(Part part) {
    return render("refresh.jte", Map.of("part", part, "again", true));
  }

  /** For a page that shows the part already: only as of when it is so. */
  String asOf(Part part) {
    return render("asof.jte", Map.of("part", part, "again", true));
  }

  String problem(String title, String says) {
    return render("problem.jte", Map.of("version", version, "title", title, "says", says));
  }

  private String render(String template, Map<String, Object> parameters) {
    var html = new StringOutput();
    templates.render(template, parameters, html);
    return html.toString();
  }

  /**
   * @param html as rendered
   * @param print the same for the same html
   * @param asOf the time when it was so; empty text when nothing is known
   */
  record Part(String html, String print, String asOf) {}
}
