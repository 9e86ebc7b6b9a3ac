package org.rollbook.app.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollbook.app.serving.LearningApp;
import org.rollbook.hub.node.LearnSetup;
import org.rollbook.hub.node.Node;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.registry.sharing.App;

/** Whether the learning app can work, where there is to be one. */
final class Learning {
  private static final String DATABASE = "learn database";
  private static final String ADDRESS = "learn address";
  private static final String CLEVER = "learn clever";

  private final Node node;

  Learning(Node node) {
    this.node = node;
  }

  /** Whether the settings name it, or it ever ran over this hub. */
  boolean isWanted() {
    return node.learnIsNamed() || known().filter(node::isOwn).isPresent();
  }

  private Optional<App> known() {
    return node.apps().named(LearningApp.NAME);
  }

  List<Finding> findings() throws InterruptedException {
    var findings = new ArrayList<Finding>();
    findings.add(Finding.of(DATABASE, this::database));
    LearnSetup setup;
    try {
      setup = node.learn();
    } catch (RuntimeException e) {
      findings.add(Finding.unusable(CLEVER, e));
      return findings;
    }
    findings.add(Finding.of(ADDRESS, () -> address(setup)));
    if (setup.clever().isPresent()) {
      findings.addAll(new CleverAnswers(node.clock()).findings(CLEVER, setup.clever().get()));
    } else {
      findings.add(Finding.of(CLEVER, () -> ownHub(setup)));
    }
    return findings;
  }

  private Finding database() {
    var place = node.learnDatabase();
    boolean ready = LearnDatabase.isUpToDate(place.jdbcUrl(), place.user(), place.password());
    return Finding.good(
        DATABASE,
        ready ? place.address() : place.address() + ", whose tables the next 'serve' makes");
  }

  private Finding address(LearnSetup setup) {
    if (setup.publicUrl().isEmpty()) {
      return setup.clever().isPresent() || node.publicUrl().isPresent()
          ? Finding.bad(
              ADDRESS,
              "none: only browsers on this machine come back from signing in",
              "Set public-url under learn in rollbook.yml to how they reach it.")
          : Finding.good(ADDRESS, "http://localhost, at the port that 'serve' is given");
    }
    var url = setup.publicUrl().get();
    if (Address.isOpen(url)) {
      return Finding.bad(
          ADDRESS,
          url.toString(),
          "Cookies would be sent in the clear. Put a TLS proxy before it and let public-url under"
              + " learn begin with https.");
    }
    return setup.clever().isPresent()
        ? Finding.good(
            ADDRESS,
            "%s, which Clever must send back to %s".formatted(url, LearningApp.redirect(url)))
        : Finding.good(ADDRESS, url.toString());
  }

  private Finding ownHub(LearnSetup setup) {
    var app = known();
    if (app.isEmpty()) {
      return Finding.good(CLEVER, "this Rollbook, which 'serve --learn-port' tells of it");
    }
    if (!node.isOwn(app.get())) {
      return Finding.bad(
          CLEVER,
          "this Rollbook knows another app named " + LearningApp.NAME,
          "Its secret is not of this home directory's key: put the right secret.key back, or"
              + " start over with a new database.");
    }
    var says = "this Rollbook, which knows it as app " + app.get().id();
    var redirects = app.get().about().redirectUris();
    return setup
            .publicUrl()
            .map(LearningApp::redirect)
            .filter(to -> !redirects.contains(to))
            .isPresent()
        ? Finding.bad(
            CLEVER,
            "%s at %s"
                .formatted(says, String.join(", ", redirects.stream().map(URI::toString).toList())),
            "That is not its public-url any more: start 'serve --learn-port' again, which tells it.")
        : Finding.good(CLEVER, says);
  }
}
