package org.rollbook.app.sharing;

import org.rollbook.app.console.Console;
import org.rollbook.app.console.Table;
import org.rollbook.registry.sharing.SharePreview;

/** A preview for people. */
final class PreviewText {
  private final Console console;

  PreviewText(Console console) {
    this.console = console;
  }

  void print(SharePreview preview) {
    counts(preview);
    if (preview.examples().isEmpty()) {
      return;
    }
    console.gap();
    var table = new Table("", "kind", "name", "SIS id", "because of");
    for (var example : preview.examples()) {
      table.row(
          example.appears() ? "+" : "-",
          example.kind(),
          example.name(),
          example.sisId(),
          example.rule());
    }
    table.print(console, "");
    console.line("At most %d of each kind are listed.", SharePreview.EXAMPLES);
  }

  void counts(SharePreview preview) {
    var table = new Table("shared", ">before", ">appear", ">disappear", ">after");
    preview
        .counts()
        .forEach((kind, of) ->
            table.row(
                kind,
                of.now(),
                of.appear(),
                of.disappear(),
                of.now() + of.appear() - of.disappear()));
    table.print(console, "");
  }
}
