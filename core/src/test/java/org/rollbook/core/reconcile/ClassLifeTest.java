package org.rollbook.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.core.harness.Samples.GRACE;
import static org.rollbook.core.harness.Samples.NAME;
import static org.rollbook.core.harness.Samples.NOW;
import static org.rollbook.core.harness.Samples.SECTION;
import static org.rollbook.core.harness.Samples.account;
import static org.rollbook.core.harness.Samples.baseline;
import static org.rollbook.core.harness.Samples.gone;
import static org.rollbook.core.harness.Samples.in;
import static org.rollbook.core.harness.Samples.reconciler;
import static org.rollbook.core.harness.Samples.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
import org.rollbook.core.reconcile.Observation.Missing;
import org.rollbook.core.reconcile.Observation.NotLooked;
import org.rollbook.core.reconcile.Observation.Seen;

/**
 * A class's life (G5, G6, G11 and the last rows of the decision table): every combination of a
 * section that is here or gone, what is known of its class, what a look shows, how long it has been
 * gone, and whom the sync believes.
 */
class ClassLifeTest {
  /**
   * The first line that fits counts. "as-known" is a look that shows the known state, "unseen" no
   * look; "=" leaves state or end as the baseline has it, "seen" is the state that was seen.
   */
  private static final String TABLE =
      """
      section known                     look            grace | cooperative    | mirror
      gone    NONE                      *               *     | - none         | - none
      here    NONE                      unseen,MISSING  *     | CREATE none    | CREATE none
      here    NONE                      OFFERED,ACTIVE  *     | - seen/NOT     | - seen/NOT
      here    NONE                      *               *     | - seen/BY_HAND | - seen/BY_HAND
      *       ARCHIVED/BY_US,DECLINED/BY_US MISSING     *     | - =            | - =
      *       *                         MISSING,DELETED *     | - DELETED/BY_HAND | - DELETED/BY_HAND
      here    OFFERED/NOT,ACTIVE/NOT    unseen,as-known *     | - =            | - =
      here    ARCHIVED/BY_US,DECLINED/BY_US unseen,as-known * | RESTORE =      | RESTORE =
      here    DELETED/BY_HAND           unseen,as-known *     | - =            | - =
      here    *                         unseen,as-known *     | - =            | RESTORE =
      here    *                         OFFERED,ACTIVE  *     | - seen/NOT     | - seen/NOT
      here    *                         ARCHIVED,DECLINED *   | - seen/BY_HAND | RESTORE seen/BY_HAND
      gone    OFFERED/NOT               unseen,OFFERED  over  | DECLINE =      | DECLINE =
      gone    ACTIVE/NOT                unseen,ACTIVE   over  | ARCHIVE =      | ARCHIVE =
      gone    OFFERED/NOT,ACTIVE/NOT    unseen          *     | - =            | - =
      gone    ARCHIVED/BY_US,DECLINED/BY_US ACTIVE      over  | - =            | ARCHIVE seen/NOT
      gone    ARCHIVED/BY_US,DECLINED/BY_US OFFERED     over  | - =            | DECLINE seen/NOT
      gone    ARCHIVED/BY_US,DECLINED/BY_US OFFERED,ACTIVE *  | - =            | - seen/NOT
      gone    *                         unseen,as-known *     | - =            | - =
      gone    *                         OFFERED         over  | DECLINE seen/NOT | DECLINE seen/NOT
      gone    *                         ACTIVE          over  | ARCHIVE seen/NOT | ARCHIVE seen/NOT
      gone    *                         OFFERED,ACTIVE  *     | - seen/NOT     | - seen/NOT
      gone    *                         ARCHIVED,DECLINED *   | - seen/BY_HAND | - seen/BY_HAND
      """;

  private static final List<String> KNOWN =
      List.of(
          "NONE",
          "OFFERED/NOT",
          "ACTIVE/NOT",
          "ARCHIVED/BY_US",
          "ARCHIVED/BY_HAND",
          "DECLINED/BY_US",
          "DECLINED/BY_HAND",
          "DELETED/BY_HAND");

  private static final List<String> LOOKS =
      List.of("unseen", "MISSING", "OFFERED", "ACTIVE", "ARCHIVED", "DECLINED", "DELETED");

  private static final Map<String, Optional<Instant>> GONE_SINCE =
      Map.of(
          "first", Optional.empty(),
          "running", Optional.of(NOW.minus(GRACE).plusSeconds(1)),
          "over", Optional.of(NOW.minus(GRACE)));

  private record Case(String section, String known, String look, String grace, Policy policy) {
    String expected() {
      var line = TABLE.lines().skip(1).filter(this::fits).findFirst().orElseThrow();
      return line.split("\\s*\\|\\s*", -1)[policy == Policy.COOPERATIVE ? 1 : 2].strip();
    }

    private boolean fits(String line) {
      var cells = line.split("\\s*\\|\\s*", -1)[0].split("\\s+", -1);
      boolean asKnown = cells[2].contains("as-known") && known.startsWith(look + "/");
      return fits(cells[0], section)
          && fits(cells[1], known)
          && (fits(cells[2], look) || asKnown)
          && fits(cells[3], grace);
    }

    private static boolean fits(String cell, String value) {
      return cell.equals("*") || List.of(cell.split(",", -1)).contains(value);
    }

    ClassFacts facts() {
      return new ClassFacts(
          SECTION,
          section.equals("here") ? Optional.of(source("o", Map.of())) : Optional.empty(),
          baselineKnown(),
          observation());
    }

    Optional<ClassBaseline> baselineKnown() {
      if (known.equals("NONE")) {
        return Optional.empty();
      }
      var words = known.split("/", -1);
      var state = ClassState.valueOf(words[0]);
      var baseline = in(baseline("o", Map.of()), state, Ended.valueOf(words[1]));
      return Optional.of(gone(baseline, GONE_SINCE.getOrDefault(grace, Optional.empty())));
    }

    private Observation observation() {
      return switch (look) {
        case "unseen" -> new NotLooked();
        case "MISSING" -> new Missing();
        default -> {
          var seats = new TreeMap<>(Map.of(account("o"), Seat.TEACHER));
          yield new Seen(NAME, account("o"), ClassState.valueOf(look), Optional.of(seats));
        }
      };
    }

    String knownAfter() {
      var after = expected().split(" ", -1)[1];
      return after.equals("=") ? known : after.replace("seen", look);
    }
  }

  private static List<Case> everyCase() {
    var cases = new ArrayList<Case>();
    for (var policy : Policy.values()) {
      for (var section : List.of("here", "gone")) {
        for (var known : KNOWN) {
          for (var look : LOOKS) {
            for (var grace : List.of("first", "running", "over")) {
              cases.add(new Case(section, known, look, grace, policy));
            }
          }
        }
      }
    }
    return cases;
  }

  @Test
  void every_class_lives_and_ends_as_the_rules_say() {
    assertThat(everyCase()).hasSize(2 * 2 * 8 * 7 * 3);
    for (var one : everyCase()) {
      var plan = reconciler(one.policy).reconcile(one.facts());
      assertThat(written(plan)).as("%s", one).isEqualTo(one.expected().split(" ", -1)[0]);
      assertThat(known(plan)).as("%s", one).isEqualTo(one.knownAfter());
      assertThat(PlanLinter.check(one.facts(), plan)).as("%s", one).isEmpty();
    }
  }

  @Test
  void G6_no_plan_ends_a_class_in_any_way_but_archiving_the_accepted_and_declining_the_offered() {
    for (var one : everyCase()) {
      var plan = reconciler(one.policy).reconcile(one.facts());
      var written = written(plan);
      boolean accepted = known(plan).startsWith("ACTIVE");
      boolean offered = known(plan).startsWith("OFFERED");
      assertThat(!written.equals("ARCHIVE") || accepted).as("%s", one).isTrue();
      assertThat(!written.equals("DECLINE") || offered).as("%s", one).isTrue();
    }
  }

  @Test
  void G11_the_days_of_grace_start_when_the_section_is_first_missed_and_end_when_it_returns() {
    for (var one : everyCase()) {
      var settled = reconciler(one.policy).reconcile(one.facts()).settled();
      if (settled.isEmpty() || (one.section.equals("here") && one.look.equals("MISSING"))) {
        continue;
      }
      boolean lost = known(settled).startsWith("DELETED");
      boolean newlyLost = lost && !one.known.startsWith("DELETED");
      boolean counting = one.section.equals("gone") && (known(settled).endsWith("/NOT") || lost);
      var counted = one.baselineKnown().flatMap(ClassBaseline::goneSince).filter(_ -> !newlyLost);
      var expected = counting ? Optional.of(counted.orElse(NOW)) : Optional.empty();
      if (!staysOurs(one)) {
        assertThat(settled.get().goneSince()).as("%s", one).isEqualTo(expected);
      }
    }
  }

  /**
   * A class that we ended, and that somebody took up again or Google hides, is left with all that
   * we know of it.
   */
  private static boolean staysOurs(Case one) {
    return one.section.equals("gone")
        && one.known.endsWith("BY_US")
        && (one.look.equals("MISSING")
            || (!one.look.equals("DELETED") && one.policy == Policy.COOPERATIVE));
  }

  @Test
  void G11_a_class_that_no_look_shows_is_looked_for_until_its_grace_is_over_and_two_weeks_more() {
    var lost = in(baseline("o", Map.of()), ClassState.DELETED, Ended.BY_HAND);
    var enough = GRACE.plusDays(14);
    for (var since : List.of(Optional.<Instant>empty(), daysAgo(enough.minusSeconds(1)))) {
      assertThat(plan(gone(lost, since), new NotLooked()).wantsLook()).isEqualTo(Look.CLASS);
      assertThat(plan(gone(lost, since), new Missing()).notes())
          .containsExactly(new Note.LeftAlone(ClassState.DELETED));
    }
    for (var look : List.of(new NotLooked(), new Missing())) {
      var plan = plan(gone(lost, daysAgo(enough)), look);
      assertThat(plan.wantsLook()).isEqualTo(Look.NONE);
      assertThat(plan.notes()).isEmpty();
      assertThat(plan.settled().orElseThrow().goneSince()).isEqualTo(daysAgo(enough));
    }
  }

  private static Optional<Instant> daysAgo(Duration time) {
    return Optional.of(NOW.minus(time));
  }

  private static ClassPlan plan(ClassBaseline baseline, Observation observation) {
    return reconciler(Policy.COOPERATIVE)
        .reconcile(new ClassFacts(SECTION, Optional.empty(), Optional.of(baseline), observation));
  }

  @Test
  void without_grace_a_class_ends_with_its_section() {
    var facts =
        new ClassFacts(
            SECTION, Optional.empty(), Optional.of(baseline("o", Map.of())), new NotLooked());
    var plan = new Reconciler(Policy.MIRROR, Duration.ZERO, NOW).reconcile(facts);
    assertThat(written(plan)).isEqualTo("ARCHIVE");
  }

  private static String written(ClassPlan plan) {
    if (plan.operations().isEmpty()) {
      return "-";
    }
    assertThat(plan.operations()).hasSize(1);
    var kind = plan.operations().getFirst().kind().name();
    return kind.substring(0, kind.indexOf('_'));
  }

  private static String known(ClassPlan plan) {
    return plan.settled().isEmpty() ? "none" : known(plan.settled());
  }

  private static String known(Optional<ClassBaseline> settled) {
    return settled.map(known -> known.state() + "/" + known.ended()).orElseThrow();
  }
}
