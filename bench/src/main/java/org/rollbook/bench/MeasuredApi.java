package org.rollbook.bench;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.AppId;
import org.rollbook.registry.sharing.Apps;
import org.rollbook.registry.sharing.NewApp;
import org.rollbook.registry.sharing.Publication;
import org.rollbook.registry.sharing.Sharing;

/** Publishes one district's roster for an app that sees all of it, and serves it. */
final class MeasuredApi {
  private static final InstantSource CLOCK = InstantSource.system();

  private final Database database;
  private final MeasuredImports imports;
  private final Repetition again;
  private final Apps apps;
  private final Sharing sharing;
  private final Publication publication;

  MeasuredApi(Database database, MeasuredImports imports, Repetition again) {
    this.database = database;
    this.imports = imports;
    this.again = again;
    this.apps = new Apps(database.dataSource(), new SecureRandom(), CLOCK);
    this.sharing = new Sharing(database.dataSource(), new byte[32], CLOCK);
    this.publication = new Publication(database.dataSource(), CLOCK);
  }

  List<Figure> measure(DistrictKey district) throws Exception {
    AppId app = app();
    var figures = new ArrayList<Figure>();
    // Only once: what is published stays so, also for the next app.
    var first = again.once("first publication", () -> share(app, district));
    figures.add(Figure.of(Figure.FIRST_PUBLICATION, first));
    figures.add(Figure.of(Figure.CHANGED_PUBLICATION, changed(district)));
    figures.add(Figure.of(Figure.EMPTY_PUBLICATION, nothing(district)));
    figures.addAll(served(app, district));
    return List.copyOf(figures);
  }

  /** An app that gets every field: withholding some would make less to serve. */
  private AppId app() {
    var every = new TreeSet<>(Set.of(SharedField.values()));
    var wanted = new NewApp("bench-" + UUID.randomUUID(), List.of(), false, new TreeSet<>(), every);
    return apps.register(wanted).app().id();
  }

  /** Returns how many records the app has. */
  private long share(AppId app, DistrictKey district) {
    var everything = new Share(new Selection.WholeDistrict(), true, List.of(), new TreeSet<>());
    sharing.share(app, district, everything);
    return database
        .jdbc()
        .sql("select count(*) from share_member where app_id = :app")
        .param("app", app.number())
        .query(Long.class)
        .single();
  }

  private Rounds changed(DistrictKey district) throws Exception {
    var measured = new Rounds();
    again.each(
        "publications of 1 % of changes, after their imports",
        last -> {
          imports.takeChanged(district);
          measured.time(() -> publication.publish(district));
        });
    return measured;
  }

  private Rounds nothing(DistrictKey district) throws Exception {
    Rounds measured = again.time("publications of nothing", () -> publication.publish(district));
    if (measured.rows() > 0) {
      throw new IllegalStateException("events were told of nothing");
    }
    return measured;
  }

  private List<Figure> served(AppId app, DistrictKey district) throws Exception {
    String token = sharing.tokens(app).getFirst().token();
    var api = new DataApi(database, apps, sharing, publication, person -> Optional.empty(), CLOCK);
    try (var server = new ServedApi(api, token)) {
      var plain = new PlainRead(database.dataSource(), district);
      return new MeasuredServing(plain, server, again).measure();
    }
  }
}
