package org.rollbook.learn.classroom;

import gg.jte.Content;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rollbook.learn.importing.SyncRun;
import org.rollbook.learn.pages.Pages;
import org.rollbook.learn.pages.Tab;
import org.rollbook.learn.pages.Templates;
import org.rollbook.learn.pages.Viewer;
import org.springframework.security.web.csrf.CsrfToken;

/** Writes the pages of this package. Safe for several threads. */
final class ClassroomPages {
  private final Templates templates = new Templates(ClassroomPages.class);
  private final Pages pages;
  private final Wording wording;

  ClassroomPages(Pages pages, Wording wording) {
    this.pages = pages;
    this.wording = wording;
  }

  Wording wording() {
    return wording;
  }

  /** For whom a page is, and what makes its forms work. */
  record Reader(Viewer viewer, CsrfToken csrf) {}

  String classes(Reader reader, ClassesPage page) {
    return whole(reader, "Your classes", "classes.jte", Map.of("page", page));
  }

  /** The part of the Classes tab about Clever alone. */
  String clever(CleverArea clever, CsrfToken csrf) {
    return templates.html("clever.jte", parameters(Map.of("clever", clever), csrf));
  }

  String confirmImport(Reader reader) {
    return whole(reader, "Import your classes from Clever?", "import.jte", Map.of());
  }

  String make(Reader reader, FormField name) {
    return whole(reader, "Make a class", "make.jte", Map.of("name", name));
  }

  String taught(Reader reader, TaughtClass taught) {
    return whole(reader, taught.name(), "class.jte", Map.of("taught", taught));
  }

  String attended(Reader reader, AttendedClass attended) {
    return whole(reader, attended.name(), "attendedclass.jte", Map.of("attended", attended));
  }

  /** The page of a run; while it runs, browsers without scripts look again by themselves. */
  String sync(Reader reader, SyncRun run) {
    var title = wording.runs().title(run);
    var content = templates.content("sync.jte", parameters(Map.of("run", run), reader.csrf()));
    var token = reader.csrf().getToken();
    return run.ended().isEmpty()
        ? pages.refreshing(reader.viewer(), token, title, Tab.CLASSES, content)
        : pages.page(reader.viewer(), token, title, Tab.CLASSES, content);
  }

  /**
   * What has changed on the page of a run.
   *
   * @param after the position of the last line that the page has; -1 when it has none
   */
  String progress(SyncRun run, int after, CsrfToken csrf) {
    return templates.html("progress.jte", parameters(Map.of("run", run, "after", after), csrf));
  }

  /**
   * What a run changes on open pages of classes.
   *
   * @param told the run, if a banner is to tell of it
   */
  String news(Optional<SyncRun> told, SyncRun run, CsrfToken csrf) {
    return templates.html("news.jte", parameters(Map.of("told", told, "run", run), csrf));
  }

  private String whole(
      Reader reader, String title, String template, Map<String, Object> parameters) {
    Content content = templates.content(template, parameters(parameters, reader.csrf()));
    return pages.page(reader.viewer(), reader.csrf().getToken(), title, Tab.CLASSES, content);
  }

  private Map<String, Object> parameters(Map<String, Object> some, CsrfToken csrf) {
    var all = new HashMap<>(some);
    all.put("csrf", csrf.getToken());
    all.put("wording", wording);
    return all;
  }
}
