package org.rollbook.app.doctor;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.rollbook.app.console.Words;
import org.rollbook.app.serving.LearningApp;
import org.rollbook.hub.node.LearnSetup;
import org.rollbook.learn.clever.Clever;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.sources.cleverapi.CleverException;
import org.rollbook.sources.cleverapi.CleverOAuth;
import org.rollbook.sources.cleverapi.CleverSettings.Patience;

/** Whether a Clever that is not this hub lets the learning app in. */
final class CleverAnswers {
  /** Somebody waits, and can ask again. */
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(5), 1, Duration.ofMillis(100), Duration.ofSeconds(1), 0, 60);

  private final InstantSource clock;

  CleverAnswers(InstantSource clock) {
    this.clock = clock;
  }

  List<Finding> findings(String what, LearnSetup.Clever setup) {
    var findings = new ArrayList<Finding>();
    var connection = LearningApp.connection(setup).withPatience(SHORT);
    try (var clever = new Clever(connection, clock)) {
      if (setup.rostering().isPresent()) {
        findings.add(tokens(what + " sign-in", setup, clever.signIn()));
      }
      findings.add(rosters(what, setup, clever));
    }
    return findings;
  }

  private static Finding tokens(String what, LearnSetup.Clever setup, CleverOAuth oauth) {
    try {
      var districts = oauth.grants().size();
      return Finding.good(what, says(setup, districts));
    } catch (IOException e) {
      return refused(what, setup, "client-id", e);
    }
  }

  private static Finding rosters(String what, LearnSetup.Clever setup, Clever clever) {
    try {
      var grants = clever.rostering().grants();
      if (grants.isEmpty()) {
        return Finding.bad(
            what,
            says(setup, 0),
            "Ask a district's Clever administrator to connect the app: until then nobody imports.");
      }
      return reading(what, setup, clever, grants);
    } catch (IOException e) {
      var which = setup.rostering().isPresent() ? "rostering-client-id" : "client-id";
      return refused(what, setup, which, e);
    }
  }

  private static Finding reading(
      String what, LearnSetup.Clever setup, Clever clever, List<CleverOAuth.Grant> grants) {
    var district = grants.getFirst().district();
    try {
      var _ = clever.district(new DistrictId(district)).district(district);
      return Finding.good(what, says(setup, grants.size()));
    } catch (IOException e) {
      return Finding.bad(
          what,
          "%s, but %s does not answer as Clever's API"
              .formatted(says(setup, grants.size()), setup.apiUrl()),
          sentence(e) + " Look at api-url under learn: clever in rollbook.yml.");
    }
  }

  private static String says(LearnSetup.Clever setup, int districts) {
    return "%s, %s connected".formatted(setup.baseUrl(), Words.count(districts, "district"));
  }

  private static Finding refused(String what, LearnSetup.Clever setup, String name, IOException e) {
    return e instanceof CleverException.Unauthorised
        ? Finding.bad(
            what,
            setup.baseUrl() + " does not know the app",
            "Check %s and its secret under learn: clever in rollbook.yml.".formatted(name))
        : Finding.bad(
            what,
            setup.baseUrl() + " does not answer as Clever",
            sentence(e)
                + " Look at base-url under learn: clever in rollbook.yml, and whether this"
                + " machine can reach it.");
  }

  private static String sentence(IOException e) {
    var says = String.valueOf(e.getMessage());
    return says.endsWith(".") ? says : says + ".";
  }
}
