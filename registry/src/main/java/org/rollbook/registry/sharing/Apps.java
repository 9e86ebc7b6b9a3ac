package org.rollbook.registry.sharing;

import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.rollbook.core.share.SharedField;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The apps that this installation knows. Thread-safe. */
public final class Apps {
  private static final int LONGEST_NAME = 100;
  private static final String SELECT =
      """
      select id, name, client_id, secret_hash, redirect_uris, login_only, required_fields,
             optional_fields, created_at
      from app\
      """;

  private final JdbcClient jdbc;
  private final SecureRandom random;
  private final InstantSource clock;

  public Apps(DataSource dataSource, SecureRandom random, InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.random = random;
    this.clock = clock;
  }

  /**
   * Registers an app.
   *
   * @throws SharingRefused when the name is taken or a redirect address cannot be used
   */
  public Registered register(NewApp app) {
    return register(app, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32)))
        .orElseThrow(() ->
            new SharingRefused(
                "There is an app named %s already. Give this one another name."
                    .formatted(app.name())));
  }

  /**
   * Registers an app of this installation's own, whose secret is known before; or gives the one
   * that is registered the redirect addresses of {@code app}.
   *
   * @throws SharingRefused when an app of this name has another secret, so that it is not ours
   */
  public Registered registerOwn(NewApp app, String secret) {
    return register(app, secret).orElseGet(() -> ownAgain(app, secret));
  }

  private Registered ownAgain(NewApp app, String secret) {
    return named(app.name())
        .flatMap(known -> authenticated(known.clientId(), secret))
        .map(known -> {
          jdbc.sql("update app set redirect_uris = :redirects where id = :id")
              .param("redirects", redirects(app))
              .param("id", known.id().number())
              .update();
          return new Registered(known, secret);
        })
        .orElseThrow(() ->
            new SharingRefused(
                """
                There is an app named %s that is not this installation's own: its secret is \
                another, perhaps of a home directory with another key.\
                """
                    .formatted(app.name())));
  }

  /** Absent when the name is taken. */
  private Optional<Registered> register(NewApp app, String secret) {
    check(app);
    String clientId = HexFormat.of().formatHex(bytes(12));
    // PostgreSQL keeps microseconds: what is written and what is read back are equal.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return jdbc.sql(
            """
            insert into app (name, client_id, secret_hash, redirect_uris, login_only,
                             required_fields, optional_fields, created_at)
            values (:name, :clientId, :secret, :redirects, :loginOnly, :required, :optional, :at)
            on conflict (name) do nothing
            returning id
            """)
        .param("name", app.name())
        .param("clientId", clientId)
        .param("secret", Digest.sha256(secret))
        .param("redirects", redirects(app))
        .param("loginOnly", app.loginOnly())
        .param("required", FieldWords.of(app.required()))
        .param("optional", FieldWords.of(app.optional()))
        .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
        .query(Integer.class)
        .optional()
        .map(id -> new Registered(new App(new AppId(id), clientId, app, now), secret));
  }

  private static String[] redirects(NewApp app) {
    return app.redirectUris().stream().map(URI::toString).toArray(String[]::new);
  }

  private static void check(NewApp app) {
    if (app.name().isBlank() || app.name().length() > LONGEST_NAME) {
      throw new SharingRefused(
          "An app needs a name of 1 to %d characters.".formatted(LONGEST_NAME));
    }
    app.redirectUris().forEach(RedirectAddress::check);
    if (app.loginOnly() && app.redirectUris().isEmpty()) {
      throw new SharingRefused(
          "People only sign in with %s, so it needs an address to send them back to."
              .formatted(app.name()));
    }
  }

  private byte[] bytes(int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** All apps by name. */
  public List<App> all() {
    return jdbc.sql(SELECT + " order by name").query((row, n) -> app(row)).list();
  }

  public Optional<App> named(String name) {
    return jdbc.sql(SELECT + " where name = :name")
        .param("name", name)
        .query((row, n) -> app(row))
        .optional();
  }

  public Optional<App> withClientId(String clientId) {
    return client(clientId).query((row, n) -> app(row)).optional();
  }

  /** The app whose id and secret these are; compares in constant time. */
  public Optional<App> authenticated(String clientId, String clientSecret) {
    byte[] given = Digest.sha256(clientSecret);
    return client(clientId)
        .query((row, n) ->
            MessageDigest.isEqual(row.getBytes("secret_hash"), given)
                ? Optional.of(app(row))
                : Optional.<App>empty())
        .optional()
        .flatMap(app -> app);
  }

  private JdbcClient.StatementSpec client(String clientId) {
    // Strangers send this, and a NUL is an error to PostgreSQL: no id has this other sign either.
    return jdbc.sql(SELECT + " where client_id = :clientId")
        .param("clientId", clientId.replace('\0', '\uFFFD'));
  }

  static Optional<App> find(JdbcClient jdbc, AppId id) {
    return jdbc.sql(SELECT + " where id = :id")
        .param("id", id.number())
        .query((row, n) -> app(row))
        .optional();
  }

  private static App app(ResultSet row) throws SQLException {
    return new App(
        new AppId(row.getInt("id")),
        row.getString("client_id"),
        new NewApp(
            row.getString("name"),
            Arrays.stream(texts(row.getArray("redirect_uris"))).map(URI::create).toList(),
            row.getBoolean("login_only"),
            fields(row.getArray("required_fields")),
            fields(row.getArray("optional_fields"))),
        row.getTimestamp("created_at").toInstant());
  }

  private static SortedSet<SharedField> fields(Array words) throws SQLException {
    return FieldWords.read(List.of(texts(words)));
  }

  private static String[] texts(Array array) throws SQLException {
    return (String[]) array.getArray();
  }
}
