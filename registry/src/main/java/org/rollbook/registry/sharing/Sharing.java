package org.rollbook.registry.sharing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.rollbook.core.roster.RecordId;
import org.rollbook.core.share.Share;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.publication.PublicationRun;
import org.rollbook.registry.publication.PublishedDistrict;
import org.rollbook.registry.publication.ShareChange;
import org.rollbook.registry.publication.ShareDifference;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What districts share with apps (H6). Every method is one transaction. Thread-safe. */
public final class Sharing {
  private final DataSource dataSource;
  private final Tokens tokens;
  private final InstantSource clock;

  /**
   * @param nodeKey what tokens are made of; with another one all tokens are void
   */
  public Sharing(DataSource dataSource, byte[] nodeKey, InstantSource clock) {
    this.dataSource = dataSource;
    this.tokens = new Tokens(nodeKey);
    this.clock = clock;
  }

  /**
   * Sets what {@code district} shares with {@code app}, from now on and for the roster of now;
   * creates, updates and deletes become events of the app.
   *
   * @return the token to read with; absent for an app that people only sign in with
   * @throws SharingRefused when there is no such district, school or section, or a required field
   *     is refused
   */
  public Optional<DistrictToken> share(AppId app, DistrictKey district, Share share) {
    return new OneTransaction(dataSource)
        .keep(jdbc -> {
          PublishedDistrict locked = locked(jdbc, district);
          App of = app(jdbc, app);
          define(jdbc, of, locked, share).publish();
          var rows = new ShareRows(jdbc, locked.id(), app);
          return of.about().loginOnly()
              ? Optional.empty()
              : Optional.of(
                  token(rows, district, locked, app, rows.row().orElseThrow().generation()));
        });
  }

  /** What {@link #share} would make appear and disappear; changes nothing. */
  public SharePreview preview(AppId app, DistrictKey district, Share share) {
    return new OneTransaction(dataSource)
        .undo(jdbc -> {
          PublishedDistrict locked = locked(jdbc, district);
          var rows = new ShareRows(jdbc, locked.id(), app);
          Map<Integer, String> former = rows.texts();
          ShareDifference difference = define(jdbc, app(jdbc, app), locked, share).difference();
          return preview(difference, former, rows.texts());
        });
  }

  private static SharePreview preview(
      ShareDifference difference, Map<Integer, String> former, Map<Integer, String> now) {
    var counts = new TreeMap<String, SharePreview.Counts>();
    difference
        .counts()
        .forEach((kind, count) ->
            counts.put(
                kind, new SharePreview.Counts(count.before(), count.coming(), count.going())));
    return new SharePreview(
        counts,
        difference.examples().stream()
            .map(one ->
                new SharePreview.Example(
                    one.kind(),
                    one.name(),
                    one.sisId(),
                    one.comes(),
                    (one.comes() ? now : former).getOrDefault(one.rule(), "")))
            .toList());
  }

  /** Writes the definition; what it means for the app is the run's to find out. */
  private PublicationRun define(JdbcClient jdbc, App app, PublishedDistrict district, Share share) {
    new ShareCheck(jdbc, district.id()).check(app, share);
    var rows = new ShareRows(jdbc, district.id(), app.id());
    List<String> withheld = FieldWords.withheld(app.about(), share);
    // Who had nothing was not withheld anything: there is nothing to tell of fields.
    List<String> formerly =
        rows.row().filter(ShareRows.Row::isShared).map(ShareRows.Row::withheld).orElse(withheld);
    rows.write(share, withheld, now());
    return run(jdbc, district, new ShareChange(app.id().number(), formerly));
  }

  /** Takes a share back: everything is deleted for the app, and its token is void. */
  public void unshare(AppId app, DistrictKey district) {
    new OneTransaction(dataSource)
        .keep(jdbc -> {
          PublishedDistrict locked = locked(jdbc, district);
          var rows = new ShareRows(jdbc, locked.id(), app);
          Optional<ShareRows.Row> row = rows.row().filter(ShareRows.Row::isShared);
          if (row.isPresent()) {
            rows.takeBack(now());
            run(jdbc, locked, new ShareChange(app.number(), row.get().withheld())).publish();
          }
          return locked;
        });
  }

  private PublicationRun run(JdbcClient jdbc, PublishedDistrict district, ShareChange change) {
    return new PublicationRun(jdbc, district, now(), Optional.of(change));
  }

  /** The share of now; absent when there is none or it was taken back. */
  public Optional<Share> shareOf(AppId app, DistrictKey district) {
    var jdbc = JdbcClient.create(dataSource);
    return jdbc.sql("select id from district where key = :key")
        .param("key", district.value())
        .query(Integer.class)
        .optional()
        .flatMap(id -> new ShareRows(jdbc, id, app).share());
  }

  /** How many records of {@code district} the app can see now, the district's own aside. */
  public long published(AppId app, DistrictKey district) {
    return JdbcClient.create(dataSource)
        .sql(
            """
            select count(*) from share_member m join district d on d.id = m.district_id
            where m.app_id = :app and d.key = :key and m.kind <> 0
            """)
        .param("app", app.number())
        .param("key", district.value())
        .query(Long.class)
        .single();
  }

  /** The tokens of all districts that share with {@code app}, by district. */
  public List<DistrictToken> tokens(AppId app) {
    return JdbcClient.create(dataSource)
        .sql(
            """
            select d.key, d.id, d.record_id, s.token_generation, s.changed_at
            from share s join district d on d.id = s.district_id
            where s.app_id = :app and s.selection <> 'none' and s.token_hash is not null
            order by d.key
            """)
        .param("app", app.number())
        .query((row, n) ->
            new DistrictToken(
                new DistrictKey(row.getString(1)),
                new RecordId(row.getLong(3)),
                tokens.token(row.getInt(2), app, row.getInt(4)),
                row.getTimestamp(5).toInstant()))
        .list();
  }

  /** Makes the former token void, and a new one. */
  public DistrictToken rotate(AppId app, DistrictKey district) {
    return new OneTransaction(dataSource)
        .keep(jdbc -> {
          PublishedDistrict locked = locked(jdbc, district);
          var rows = new ShareRows(jdbc, locked.id(), app);
          int generation =
              rows.row()
                  .filter(row -> row.isShared() && !app(jdbc, app).about().loginOnly())
                  .orElseThrow(() -> nothingToRead(app, district))
                  .generation();
          return token(rows, district, locked, app, generation + 1);
        });
  }

  private static SharingRefused nothingToRead(AppId app, DistrictKey district) {
    return new SharingRefused(
        """
        District %s shares no data with app %s that a token could read. Share something first; \
        an app that people only sign in with has no token.\
        """
            .formatted(district, app));
  }

  /** Makes the token of a generation the one that is good. */
  private DistrictToken token(
      ShareRows rows, DistrictKey key, PublishedDistrict district, AppId app, int generation) {
    String token = tokens.token(district.id(), app, generation);
    rows.writeToken(generation, token);
    return new DistrictToken(key, district.record(), token, rows.since());
  }

  /** Who reads with {@code token}; absent when it is void. */
  public Optional<Reader> reader(String token) {
    return new Readers(JdbcClient.create(dataSource)).withToken(token);
  }

  /** Who reads for a person that signed in with {@code app}; absent when nothing is shared. */
  public Optional<Reader> reader(AppId app, DistrictKey district) {
    return new Readers(JdbcClient.create(dataSource)).of(app, district);
  }

  /**
   * Why {@code record} is in the share: the rule's own text, as it was set; absent when it is not
   * there.
   */
  public Optional<String> why(AppId app, DistrictKey district, RecordId record) {
    return new Readers(JdbcClient.create(dataSource)).why(app, district, record);
  }

  private static PublishedDistrict locked(JdbcClient jdbc, DistrictKey district) {
    return PublishedDistrict.lock(jdbc, district.value())
        .orElseThrow(() ->
            new SharingRefused(
                "There is no district %s. Import its files first, then share."
                    .formatted(district)));
  }

  private static App app(JdbcClient jdbc, AppId id) {
    return Apps.find(jdbc, id)
        .orElseThrow(
            () -> new SharingRefused("There is no app %s. Register it first.".formatted(id)));
  }

  /** PostgreSQL keeps microseconds: what is written and what is read back are equal. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
