package org.rollbook.hub.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollbook.hub.server.Decision.Command;
import org.rollbook.hub.server.Status.Connection;
import org.rollbook.hub.server.Status.District;
import org.rollbook.hub.server.Status.Run;
import org.rollbook.hub.server.Status.Snapshot;

/**
 * Finds in a status all that waits for a person: first what holds up whole districts, then what
 * holds up whole connections, then runs, then who waits for an account.
 *
 * @param command how a person calls Rollbook
 */
record Decisions(String command, Wording wording) {
  List<Decision> in(Status status) {
    var decisions = new ArrayList<Decision>();
    for (District district : status.districts()) {
      district.held().forEach(snapshot -> decisions.add(snapshot(district, snapshot)));
    }
    for (Connection connection : status.connections()) {
      connection.trouble().ifPresent(trouble -> decisions.add(trouble(connection, trouble)));
    }
    for (Connection connection : status.connections()) {
      connection.attention().forEach(run -> decisions.add(run(connection, run)));
    }
    for (Connection connection : status.connections()) {
      if (connection.waiting() > 0) {
        decisions.add(waiting(connection));
      }
    }
    return List.copyOf(decisions);
  }

  private Decision snapshot(District district, Snapshot snapshot) {
    return new Decision(
        "Snapshot %s of %s is held".formatted(snapshot.id(), district.id()),
        meaning(snapshot.events()),
        snapshot.holds(),
        approveOrDiscard(snapshot.id()));
  }

  /** A snapshot held before it was compared to the end has no counts: zeros would be untrue. */
  private static String meaning(Status.Events events) {
    String until = "The roster stays as it is until a person decides.";
    if (events.created() + events.updated() + events.deleted() == 0) {
      return until;
    }
    return String.format(
        Locale.ENGLISH,
        "It would create %,d, update %,d and delete %,d records. %s",
        events.created(),
        events.updated(),
        events.deleted(),
        until);
  }

  private Decision trouble(Connection connection, Status.Trouble trouble) {
    return new Decision(
        "%s of %s (%s) could not be used"
            .formatted(connection.target(), connection.district(), connection.id()),
        "%s So it was on %s, and nothing is synced until it works."
            .formatted(trouble.says(), wording.dayAndTime(trouble.since())),
        List.of(),
        List.of(
            new Command("Check again", command + " doctor"),
            new Command("Set right", command + " connect google-classroom --help")));
  }

  private Decision waiting(Connection connection) {
    boolean one = connection.waiting() == 1;
    return new Decision(
        String.format(
            Locale.ENGLISH,
            "%,d %s of %s %s for an account (%s)",
            connection.waiting(),
            one ? "person" : "people",
            connection.district(),
            one ? "waits" : "wait",
            connection.id()),
        "Classes get them by the first sync after the account is there. Nothing else is held up.",
        List.of(),
        List.of(new Command("See who", command + " plan --all " + connection.id())));
  }

  private Decision run(Connection connection, Run run) {
    String name = "Run %s to %s (%s) ".formatted(run.id(), connection.target(), connection.id());
    return new Decision(name + standing(run), meaning(run), run.holds(), commands(connection, run));
  }

  private static String standing(Run run) {
    return switch (run.status()) {
      case HELD -> "is held";
      case PLANNED -> "is planned";
      case RUNNING -> "is under way";
      case INCOMPLETE -> "is incomplete";
      case DONE -> "is done, not without refusals";
      case UNCHANGED -> "had nothing to do";
      case SUPERSEDED -> "was superseded";
      case DISCARDED -> "was discarded";
    };
  }

  private static String meaning(Run run) {
    Status.Operations operations = run.operations();
    return switch (run.status()) {
      case HELD, PLANNED ->
          "%s. Nothing changes until a person decides."
              .formatted(count(operations.planned(), "operation"));
      case RUNNING ->
          "%,d of %s done.".formatted(operations.done(), count(operations.planned(), "operation"));
      case INCOMPLETE -> (run.trouble() + " Nothing is lost: it goes on where it stopped.").strip();
      case DONE ->
          "The target refused %s. The run's page says what to do about each."
              .formatted(count(operations.refused(), "operation"));
      case UNCHANGED, SUPERSEDED, DISCARDED -> run.trouble();
    };
  }

  private static String count(long number, String one) {
    return String.format(Locale.ENGLISH, "%,d %s%s", number, one, number == 1 ? "" : "s");
  }

  private List<Command> commands(Connection connection, Run run) {
    var look = new Command("Look", command + " run " + run.id());
    return switch (run.status()) {
      case HELD, PLANNED -> {
        var all = new ArrayList<Command>(List.of(look));
        all.addAll(approveOrDiscard(run.id()));
        yield all;
      }
      case INCOMPLETE -> List.of(look, new Command("Go on", command + " sync " + connection.id()));
      case RUNNING, DONE, UNCHANGED, SUPERSEDED, DISCARDED -> List.of(look);
    };
  }

  private List<Command> approveOrDiscard(String id) {
    return List.of(
        new Command("Approve", command + " approve " + id),
        new Command("Discard", command + " discard " + id));
  }
}
