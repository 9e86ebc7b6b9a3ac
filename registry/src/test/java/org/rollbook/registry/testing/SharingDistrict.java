package org.rollbook.registry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.registry.intake.Intake;
import org.rollbook.registry.intake.Progress;
import org.rollbook.registry.intake.SnapshotStatus;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.Apps;
import org.rollbook.registry.sharing.NewApp;
import org.rollbook.registry.sharing.Publication;
import org.rollbook.registry.sharing.Sharing;
import tools.jackson.databind.node.ObjectNode;

/** A district of its own, which shares with apps of its own. */
public final class SharingDistrict implements InstantSource {
  private final Database database;
  private final Deliveries deliveries = new Deliveries();
  private final DistrictKey key = new DistrictKey("d-" + UUID.randomUUID());
  private Instant now = Instant.parse("2026-11-22T08:15:30.123Z");

  public SharingDistrict(Database database) {
    this.database = database;
  }

  @Override
  public Instant instant() {
    return now;
  }

  public DistrictKey key() {
    return key;
  }

  public Apps apps() {
    return new Apps(database.dataSource(), new SecureRandom(), this);
  }

  public Sharing sharing() {
    return new Sharing(
        database.dataSource(), "a node's own key".getBytes(StandardCharsets.UTF_8), this);
  }

  public Publication publication() {
    return new Publication(database.dataSource(), this);
  }

  /** An app that asks for these fields and can do without. */
  public App app(SharedField... optional) {
    var app =
        new NewApp(
            "app-" + UUID.randomUUID(),
            List.of(URI.create("https://app.example/signed-in")),
            false,
            new TreeSet<>(),
            new TreeSet<>(Set.of(optional)));
    return apps().register(app).app();
  }

  public void share(App app, Share share) {
    sharing().share(app.id(), key, share);
  }

  /** Takes the snapshot, whatever the guard says, and publishes nothing. */
  public ImportReport take(FakeSnapshot snapshot) {
    now = now.plusSeconds(60);
    var intake = new Intake(database, deliveries, this);
    try {
      ImportReport report = intake.importSnapshot(key, deliveries.of(snapshot), Progress.NONE);
      return report.status() == SnapshotStatus.HELD ? intake.approve(report.snapshot()) : report;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the records as a snapshot, and publishes; returns how many events apps were given. */
  public long publish(List<? extends RosterRecord> records) {
    take(FakeSnapshot.of(records));
    return publication().publish(key);
  }

  public long publish(RosterRecord... records) {
    return publish(List.of(records));
  }

  /** One event of an app. */
  public record Event(
      long id, int kind, long record, String operation, ObjectNode object, ObjectNode previous) {
    @Override
    public String toString() {
      return operation + " " + kind + "/" + record + " " + object + " was " + previous;
    }
  }

  public List<Event> eventsAfter(App app, long id) {
    return database
        .jdbc()
        .sql(
            """
            select e.id, e.kind, e.record_id, e.operation, e.object::text,
                   coalesce(e.previous::text, '{}')
            from share_event e join district d on d.id = e.district_id
            where d.key = :key and e.app_id = :app and e.id > :id order by e.id
            """)
        .param("key", key.value())
        .param("app", app.id().number())
        .param("id", id)
        .query((row, n) ->
            new Event(
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                row.getString(4),
                RosterDump.json(row.getString(5)),
                RosterDump.json(row.getString(6))))
        .list();
  }

  /** Events in short: what, and of which record. */
  public List<String> told(App app, long after) {
    return eventsAfter(app, after).stream()
        .map(e -> e.operation() + " " + name(e.kind(), e.object()))
        .toList();
  }

  /** The newest event of all apps. */
  public long lastEvent() {
    return database
        .jdbc()
        .sql("select coalesce(max(id), 0) from share_event")
        .query(Long.class)
        .single();
  }

  /** What the app can read now, by record. */
  public Map<Long, ObjectNode> read(App app) {
    var objects = new TreeMap<Long, ObjectNode>();
    database
        .jdbc()
        .sql(
            """
            select o.id, as_shared(o.kind, o.object, s.withheld_paths)::text
            from district d
            join share s on s.district_id = d.id and s.app_id = :app
            join share_member m on m.district_id = d.id and m.app_id = s.app_id
            join shared_object o on o.district_id = d.id and o.kind = m.kind and o.id = m.id
            where d.key = :key
            """)
        .param("key", key.value())
        .param("app", app.id().number())
        .query(row -> {
          objects.put(row.getLong(1), RosterDump.json(row.getString(2)));
        });
    return objects;
  }

  /** What the app can read, by kind and the source's id or name. */
  public Map<String, ObjectNode> named(App app) {
    var objects = new TreeMap<String, ObjectNode>();
    read(app).values().forEach(o -> objects.put(name(kind(o), o), o));
    return objects;
  }

  /** One object that the app can read, by kind and the source's id or name. */
  public ObjectNode object(App app, String name) {
    return Objects.requireNonNull(named(app).get(name), name);
  }

  private static int kind(ObjectNode object) {
    if (object.has("roles")) {
      return object.at("/roles/student").isObject()
          ? 5
          : object.at("/roles/contact").isObject() ? 6 : 4;
    }
    return object.has("students")
        ? 7
        : object.has("school_number")
            ? 1
            : object.has("number") ? 3 : object.has("start_date") ? 2 : 0;
  }

  private static String name(int kind, ObjectNode o) {
    return switch (kind) {
      case 0 -> "district";
      case 1 -> "school " + o.get("sis_id").stringValue();
      case 2 -> "term " + o.get("name").stringValue();
      case 3 -> "course " + o.get("name").stringValue();
      case 4 ->
          "adult "
              + o.at("/roles/teacher/sis_id").asString("")
              + o.at("/roles/staff/staff_id").asString("");
      case 5 -> "student " + o.at("/roles/student/sis_id").stringValue();
      case 6 -> "contact " + o.at("/name/last").stringValue();
      case 7 -> "section " + o.get("sis_id").stringValue();
      default -> throw new IllegalArgumentException("kind " + kind);
    };
  }
}
