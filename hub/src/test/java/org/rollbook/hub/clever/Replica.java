package org.rollbook.hub.clever;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverEvent;
import org.rollbook.sources.cleverapi.CleverRecord;
import org.rollbook.sources.cleverapi.EventCursor;
import org.rollbook.sources.cleverapi.EventCursor.Advice;
import org.rollbook.sources.cleverapi.EventCursor.Position;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An app's copy of what it may see, kept by the recipe of {@link EventCursor}: as the records that
 * our client makes and, beside it, as the JSON that was sent. Copy and position outlive the app's
 * process, which is killed now and then.
 */
final class Replica {
  static final int BATCH = 100;

  private static final List<String> LISTS =
      List.of("districts", "schools", "terms", "courses", "users", "sections");

  private final CleverHouse house;
  private final ApiClient app;
  private final CleverApi client;
  private final Map<String, JsonNode> objects = new TreeMap<>();
  private final Map<String, CleverRecord> records = new TreeMap<>();
  private Optional<Position> stored = Optional.empty();

  Replica(CleverHouse house, ApiClient app) {
    this.house = house;
    this.app = app;
    this.client = house.ourClient(app, BATCH);
  }

  Map<String, JsonNode> objects() {
    return objects;
  }

  Map<String, CleverRecord> records() {
    return records;
  }

  /** Reads everything. */
  void begin(Runnable halfWay) throws IOException {
    Advice.Full full = (Advice.Full) cursor().next(stored);
    readWhole(halfWay);
    stored = Optional.of(full.after());
  }

  void readWhole(Runnable halfWay) throws IOException {
    for (String list : LISTS) {
      if (list.equals("users")) {
        halfWay.run();
      }
      app.walk("/v3.1/" + list + "?limit=1000").forEach(this::put);
    }
    client.districts().forEach(record -> records.put(record.id(), record));
    client.schools().forEach(record -> records.put(record.id(), record));
    client.terms().forEach(record -> records.put(record.id(), record));
    client.courses().forEach(record -> records.put(record.id(), record));
    client.users().forEach(record -> records.put(record.id(), record));
    client.sections().forEach(record -> records.put(record.id(), record));
  }

  /**
   * Takes events in until there are no more. One batch in three comes twice; in one of three the
   * process is killed somewhere on the way.
   *
   * @return how many events there were
   */
  int catchUp(RandomGenerator chance) throws IOException {
    int taken = 0;
    while (true) {
      var changes = (Advice.Changes) cursor().next(stored);
      boolean killed = chance.nextInt(3) == 0;
      int until = killed ? chance.nextInt(changes.events().size() + 1) : changes.events().size();
      take(changes.events().subList(0, until));
      if (chance.nextInt(3) == 0) {
        take(changes.events());
      }
      if (!killed) {
        taken += changes.events().size();
        stored = Optional.of(changes.after());
        if (!changes.mayBeMore()) {
          return taken;
        }
      }
    }
  }

  /** A process that starts anew has nothing but what was stored. */
  private EventCursor cursor() {
    return new EventCursor(client, house::now);
  }

  private void take(List<CleverEvent> events) {
    var sent = sentAfter(stored.orElseThrow().event());
    for (CleverEvent event : events) {
      String id = event.object().id();
      JsonNode object = Objects.requireNonNull(sent.get(event.id()), event.id()).path("object");
      switch (event.change().orElseThrow()) {
        case CREATED, UPDATED -> {
          put(object);
          records.put(id, event.object());
        }
        case DELETED -> {
          objects.remove(id);
          records.remove(id);
        }
      }
    }
  }

  /** The same events as they were sent. */
  private Map<String, JsonNode> sentAfter(String event) {
    String after = event.isEmpty() ? "" : "&starting_after=" + event;
    var page = app.get("/v3.1/events?limit=" + BATCH + after);
    var sent = new TreeMap<String, JsonNode>();
    page.objects().forEach(one -> sent.put(one.path("id").stringValue(), one.path("data")));
    return sent;
  }

  private void put(JsonNode object) {
    ObjectNode copy = ((ObjectNode) object).deepCopy();
    // Moves with every snapshot that is taken in, which is no event.
    copy.remove("last_sync");
    objects.put(object.path("id").stringValue(), copy);
  }
}
