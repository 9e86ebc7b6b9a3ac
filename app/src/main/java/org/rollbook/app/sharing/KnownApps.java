package org.rollbook.app.sharing;

import java.util.stream.Collectors;
import org.rollbook.app.console.UsageError;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.sharing.App;

/** Finds the app that somebody typed. */
final class KnownApps {
  private KnownApps() {}

  /** The app of that name, client id or short id. */
  static App find(Node node, String typed) {
    return node.apps()
        .named(typed)
        .or(() -> node.apps().withClientId(typed))
        .or(() ->
            node.apps().all().stream().filter(app -> app.id().toString().equals(typed)).findFirst())
        .orElseThrow(() -> new UsageError(unknown(node, typed)));
  }

  private static String unknown(Node node, String typed) {
    var names =
        node.apps().all().stream().map(app -> app.about().name()).collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "There is no app '%s', and no other: 'rollbook app add NAME' registers one."
            .formatted(typed)
        : "There is no app '%s'. There are: %s.".formatted(typed, names);
  }
}
