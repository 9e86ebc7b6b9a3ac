package org.rollbook.app.doctor;

import java.util.List;
import org.rollbook.app.console.Words;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.App;

/** Whether apps see what districts share with them. */
final class SharedApps {
  private final Node node;

  SharedApps(Node node) {
    this.node = node;
  }

  List<Finding> findings() {
    var districts = node.districts();
    return node.apps().all().stream().flatMap(app -> of(app, districts).stream()).toList();
  }

  private List<Finding> of(App app, List<DistrictKey> districts) {
    var sharing =
        districts.stream()
            .filter(district -> node.sharing().shareOf(app.id(), district).isPresent())
            .toList();
    return sharing.isEmpty()
        ? List.of(
            Finding.bad(
                "app " + app.id(),
                app.about().name() + ", which no district shares with",
                "It sees nothing and nobody can sign in to it: rollbook share %s --help"
                    .formatted(quoted(app))))
        : sharing.stream().map(district -> of(app, district)).toList();
  }

  private Finding of(App app, DistrictKey district) {
    var what = "app " + app.id();
    long published = node.sharing().published(app.id(), district);
    var says =
        "%s, sees %s of %s"
            .formatted(app.about().name(), Words.count(published, "record"), district);
    if (node.publication().isBehind(district)) {
      return Finding.bad(
          what,
          says + ", and not yet what was imported last",
          "A running server publishes it within seconds. Without one: import the files again.");
    }
    return published == 0
        ? Finding.bad(
            what,
            says,
            "Its share fits nobody. See who another one would fit: rollbook share %s --district %s"
                    .formatted(quoted(app), district)
                + " --preview …")
        : Finding.good(what, says);
  }

  private static String quoted(App app) {
    var name = app.about().name();
    return name.matches("[A-Za-z0-9_-]+") ? name : "'" + name + "'";
  }
}
