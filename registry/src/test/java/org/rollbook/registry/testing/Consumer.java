package org.rollbook.registry.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.testing.SharingDistrict.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An app that knows a district by its events alone, and looks closely at every one of them. */
public final class Consumer {
  private final SharingDistrict district;
  private final App app;
  private final Map<Long, ObjectNode> known = new TreeMap<>();
  private long last;

  public Consumer(SharingDistrict district, App app) {
    this.district = district;
    this.app = app;
  }

  public App app() {
    return app;
  }

  /** Replays what is new; then what it knows must be what can be read. */
  public void catchUp(Set<Long> published) {
    Map<Long, ObjectNode> readable = district.read(app);
    for (Event event : district.eventsAfter(app, last)) {
      switch (event.operation()) {
        case "created" -> create(event, readable.keySet());
        case "updated" -> update(event, readable.keySet());
        case "deleted" -> delete(event, published);
        default -> throw new IllegalArgumentException(event.toString());
      }
      last = event.id();
    }
    assertThat(timeless(known)).isEqualTo(timeless(readable));
  }

  private void create(Event event, Set<Long> readable) {
    assertThat(known).as("known before %s", event).doesNotContainKey(event.record());
    knowsWhatItNames(event, readable);
    known.put(event.record(), event.object());
  }

  private void update(Event event, Set<Long> readable) {
    ObjectNode before = Objects.requireNonNull(known.get(event.record()), event::toString);
    knowsWhatItNames(event, readable);
    assertThat(event.previous().isEmpty()).as("an update of nothing: %s", event).isFalse();
    ObjectNode walkedBack = timeless(event.object());
    walkBack(walkedBack, event.previous());
    assertThat(walkedBack).as("former values of %s", event).isEqualTo(timeless(before));
    known.put(event.record(), event.object());
  }

  private void delete(Event event, Set<Long> published) {
    ObjectNode before = Objects.requireNonNull(known.remove(event.record()), event::toString);
    assertThat(timeless(event.object())).as(event.toString()).isEqualTo(timeless(before));
    // A section goes on listing students whom only this app may no longer see.
    if (!published.contains(event.record())) {
      known
          .values()
          .forEach(o -> assertThat(named(o)).as(o.toString()).doesNotContain(event.record()));
    }
  }

  private void knowsWhatItNames(Event event, Set<Long> readable) {
    Set<Long> named = named(event.object());
    named.remove(event.record());
    named.retainAll(readable);
    assertThat(known.keySet()).as("known at %s", event).containsAll(named);
  }

  /** Every id that stands in the object, but for what somebody was called before Clever's v3. */
  private static Set<Long> named(JsonNode object) {
    var ids = new TreeSet<Long>();
    object.forEach(child -> ids.addAll(named(child)));
    if (object.isString() && object.stringValue().matches("0{8}[0-9a-f]{16}")) {
      ids.add(Long.parseUnsignedLong(object.stringValue(), 16));
    }
    if (object.has("legacy_id") && !object.has("id")) {
      ids.removeAll(named(object.get("legacy_id")));
    }
    return ids;
  }

  private static void walkBack(ObjectNode now, ObjectNode previous) {
    previous
        .properties()
        .forEach(field -> {
          JsonNode there = now.path(field.getKey());
          if (there instanceof ObjectNode inner && field.getValue() instanceof ObjectNode was) {
            walkBack(inner, was);
          } else if (field.getValue().isNull()) {
            now.remove(field.getKey());
          } else {
            now.set(field.getKey(), field.getValue());
          }
        });
  }

  private static Map<Long, ObjectNode> timeless(Map<Long, ObjectNode> objects) {
    var timeless = new TreeMap<Long, ObjectNode>();
    objects.forEach((id, object) -> timeless.put(id, timeless(object)));
    return timeless;
  }

  /** Without the times that move when nothing that is shown does, and without what is null. */
  private static ObjectNode timeless(ObjectNode object) {
    ObjectNode copy = object.deepCopy();
    strip(copy);
    return copy;
  }

  private static void strip(ObjectNode object) {
    object.remove("last_modified");
    object.remove("last_sync");
    for (String name : Set.copyOf(object.propertyNames())) {
      JsonNode value = object.get(name);
      if (value.isNull()) {
        object.remove(name);
      } else if (value instanceof ObjectNode inner) {
        strip(inner);
      }
    }
  }
}
