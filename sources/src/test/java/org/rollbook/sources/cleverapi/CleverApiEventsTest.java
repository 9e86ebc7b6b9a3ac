package org.rollbook.sources.cleverapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollbook.sources.cleverapi.EventCursor.Advice;
import org.rollbook.sources.cleverapi.EventCursor.Position;
import org.rollbook.sources.cleverapi.EventCursor.Reason;
import tools.jackson.databind.node.ObjectNode;

/** Scenario 42: events again, twice, after a gap, after a crash. */
class CleverApiEventsTest {
  private final StandIn clever = new StandIn();
  private final Visitor visitor = new Visitor();
  private final CleverApi api = visitor.api(clever);
  private final EventCursor cursor = new EventCursor(api, visitor::now);

  @AfterEach
  void stop() {
    clever.close();
    visitor.close();
  }

  private static String id(int number) {
    return "%024x".formatted(number);
  }

  private void events(int from, int to) {
    for (int number = from; number <= to; number++) {
      clever.event(id(number), "sections.updated", StandIn.object("s" + number));
    }
  }

  private Position at(int number) {
    return new Position(id(number), visitor.now());
  }

  @Test
  void S42_first_everything_is_read_then_events_follow_batch_by_batch() throws IOException {
    events(1, 3);
    var full = (Advice.Full) cursor.next(Optional.empty());
    assertThat(full).isEqualTo(new Advice.Full(Reason.FIRST_TIME, at(3)));

    events(4, 28);
    List<String> seen = new ArrayList<>();
    Position position = full.after();
    boolean more = true;
    while (more) {
      var batch = (Advice.Changes) cursor.next(Optional.of(position));
      batch.events().forEach(event -> seen.add(event.id()));
      position = batch.after();
      more = batch.mayBeMore();
    }

    assertThat(seen).hasSize(25).startsWith(id(4)).endsWith(id(28)).doesNotHaveDuplicates();
    assertThat(position).isEqualTo(at(28));
  }

  @Test
  void S42_who_stored_no_position_gets_the_same_batch_again() throws IOException {
    events(1, 5);

    assertThat(cursor.next(Optional.of(at(2)))).isEqualTo(cursor.next(Optional.of(at(2))));
  }

  @Test
  void S42_a_district_without_events_begins_with_an_empty_position() throws IOException {
    var full = (Advice.Full) cursor.next(Optional.empty());
    assertThat(full.after().event()).isEmpty();
    events(1, 1);

    var changes = (Advice.Changes) cursor.next(Optional.of(full.after()));
    assertThat(changes.events()).hasSize(1);
  }

  @Test
  void S42_after_a_gap_of_thirty_days_everything_is_read() throws IOException {
    events(1, 5);
    var old = new Position(id(2), visitor.now().minus(Duration.ofDays(30)));

    assertThat(cursor.next(Optional.of(old)))
        .isEqualTo(new Advice.Full(Reason.TOO_LONG_AGO, at(5)));
  }

  @Test
  void S42_a_quiet_month_is_no_gap() throws IOException {
    // The event of the position has vanished, but the API was asked all the time.
    assertThat(cursor.next(Optional.of(at(9))))
        .isEqualTo(new Advice.Changes(List.of(), at(9), false));
  }

  @Test
  void S42_an_event_that_the_api_refuses_to_know_means_everything() throws IOException {
    events(1, 5);
    clever.faults.add(call -> {
      if (!call.query().containsKey("starting_after") || call.number() > 1) {
        return false;
      }
      call.json(404, "{\"message\":\"no such event\"}");
      return true;
    });

    assertThat(cursor.next(Optional.of(at(2))))
        .isEqualTo(new Advice.Full(Reason.UNKNOWN_EVENT, at(5)));
  }

  @Test
  void S42_a_feed_that_was_begun_anew_means_everything() throws IOException {
    events(1, 5);

    assertThat(cursor.next(Optional.of(at(900))))
        .isEqualTo(new Advice.Full(Reason.UNKNOWN_EVENT, at(5)));
  }

  @Test
  void S43_a_district_that_was_shared_anew_means_everything() throws IOException {
    events(1, 5);
    clever.event(id(6), "districts.created", StandIn.object(StandIn.DISTRICT));
    events(7, 8);

    assertThat(cursor.next(Optional.of(at(3))))
        .isEqualTo(new Advice.Full(Reason.SHARED_ANEW, at(8)));
  }

  @Test
  void S42_the_newest_event_is_found_whatever_the_api_makes_of_last() throws IOException {
    assertThat(api.newestEvent()).isEmpty();
    events(1, 25);
    assertThat(api.newestEvent()).contains(id(25));

    clever.knowsLast = false;
    assertThat(api.newestEvent()).contains(id(25));

    clever.faults.add(call -> {
      if (!call.query().containsKey("ending_before")) {
        return false;
      }
      // Ignores what it does not know and gives the oldest.
      call.json(200, "{\"data\":[{\"data\":{\"id\":\"%s\"}}]}".formatted(id(1)));
      return true;
    });
    assertThat(api.newestEvent()).contains(id(25));
  }

  @Test
  void S42_all_types_of_events_are_known_and_others_are_told() throws IOException {
    List<String> kinds =
        List.of("districts", "schools", "terms", "courses", "sections", "users", "resources");
    int number = 1;
    for (String kind : kinds) {
      for (String change : List.of("created", "updated", "deleted")) {
        clever.event(id(number++), kind + "." + change, StandIn.object("x1"));
      }
    }
    clever.event(id(number), "badges.shone", StandIn.object("x1"));

    List<CleverEvent> events = api.eventsAfter("").toList(100);

    assertThat(events).hasSize(22);
    assertThat(events.subList(0, 21))
        .allMatch(event -> event.change().isPresent() && event.object().id().equals("x1"))
        .noneMatch(event -> event.object() instanceof CleverRecord.Other);
    assertThat(events.getLast().change()).isEmpty();
    assertThat(events.getLast().object()).isInstanceOf(CleverRecord.Other.class);
  }

  @Test
  void S42_previous_values_are_read_inside_data_and_beside_it() throws IOException {
    clever.event(id(1), "users.updated", StandIn.object("u1"));
    clever.event(id(2), "users.updated", StandIn.object("u1"));
    clever.event(id(3), "users.created", StandIn.object("u1"));
    ((ObjectNode) clever.at("events", id(1)).path("data"))
        .putObject("previous_attributes")
        .put("email", "inside");
    clever
        .at("events", id(2))
        .put("created", "2026-11-22T08:15:30.123Z")
        .putObject("previous_attributes")
        .put("email", "beside");

    List<CleverEvent> events = api.eventsAfter("").toList(10);

    assertThat(events)
        .extracting(event -> event.previous().path("email").asString(""))
        .containsExactly("inside", "beside", "");
    assertThat(events.get(1).created()).contains(Instant.parse("2026-11-22T08:15:30.123Z"));
  }
}
