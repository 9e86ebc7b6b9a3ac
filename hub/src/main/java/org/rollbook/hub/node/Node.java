package org.rollbook.hub.node;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.rollbook.hub.signin.SignIn;
import org.rollbook.hub.signin.SignInTables;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.database.DatabaseSettings;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.Intake;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.Apps;
import org.rollbook.registry.sharing.NewApp;
import org.rollbook.registry.sharing.Publication;
import org.rollbook.registry.sharing.Registered;
import org.rollbook.registry.sharing.Sharing;
import org.rollbook.sync.SyncTables;
import org.rollbook.sync.accounts.WaitingList;
import org.rollbook.sync.connections.Connected;
import org.rollbook.sync.connections.Connections;
import org.rollbook.sync.connections.NewConnection;
import org.rollbook.sync.connections.SecretBox;
import org.rollbook.sync.execution.ClassSync;
import org.rollbook.sync.quota.Patience;
import org.rollbook.sync.runs.RunDetails;
import org.rollbook.web.proxies.TrustedProxies;

/**
 * Registry, sync and targets wired together over one home directory: what server and command line
 * have in common. Nothing is started before it is asked for. Thread-safe.
 */
public final class Node implements AutoCloseable {
  /** The kind of target that a connection to Google Classroom is of. */
  public static final String GOOGLE_CLASSROOM = KnownTargets.GOOGLE_CLASSROOM;

  private final NodeSettings settings;
  private final Home home;
  private final Once<Database> database = new Once<>(this::openDatabase);
  private final Once<Intake> intake = new Once<>(this::makeIntake);
  private final Once<Apps> apps = new Once<>(this::makeApps);
  private final Once<Sharing> sharing = new Once<>(this::makeSharing);
  private final Once<Publication> publication = new Once<>(this::makePublication);
  private final Once<Connections> connections = new Once<>(this::makeConnections);
  private final Once<ClassSync> sync = new Once<>(this::makeSync);

  private Node(NodeSettings settings) {
    this.settings = settings;
    this.home = new Home(settings.home());
  }

  /** A node over {@code settings}' home directory; nothing is looked at yet. */
  public static Node open(NodeSettings settings) {
    return new Node(settings);
  }

  /** The home directory. */
  public Home home() {
    return home;
  }

  /** The node's time. */
  public InstantSource clock() {
    return settings.clock();
  }

  /**
   * The database, started when it is embedded and nobody has yet.
   *
   * @throws SettingsRefused when the home directory's settings cannot be used
   * @throws org.rollbook.registry.database.DatabaseUnavailable when the database cannot
   */
  public Database database() {
    return database.get();
  }

  /** Takes snapshots. */
  public Intake intake() {
    return intake.get();
  }

  /** The connections of this installation. */
  public Connections connections() {
    return connections.get();
  }

  /**
   * Joins a district to a target, or renews the connection that joins them already.
   *
   * @throws IllegalArgumentException when there is no such district, or the credentials cannot be
   *     used; the message shows nothing of them
   */
  public Connected connect(NewConnection wanted) {
    KnownTargets.requireUsable(wanted);
    return connections().connect(wanted);
  }

  /** The districts that have ever sent a snapshot, by their names. */
  public List<DistrictKey> districts() {
    return database()
        .jdbc()
        .sql("select key from district_state order by key")
        .query(String.class)
        .list()
        .stream()
        .map(DistrictKey::new)
        .toList();
  }

  /** The apps of this installation. */
  public Apps apps() {
    return apps.get();
  }

  /** What districts share with apps. */
  public Sharing sharing() {
    return sharing.get();
  }

  /** Brings what apps see up to the roster. */
  public Publication publication() {
    return publication.get();
  }

  /** Plans and runs. */
  public ClassSync sync() {
    return sync.get();
  }

  /** The operations of plans and runs, for people to read. */
  public RunDetails runDetails() {
    return new RunDetails(database().dataSource());
  }

  /** Who waits for an account. */
  public WaitingList waiting() {
    return new WaitingList(database().jdbc());
  }

  /**
   * Signing in.
   *
   * @param port where the server listens: how it is reached, unless {@code public-url} in {@code
   *     rollbook.yml} says otherwise
   */
  public SignIn signIn(int port) {
    var random = new SecureRandom();
    return new SignIn(
        database().dataSource(),
        apps(),
        new SecretBox(home.secretKey(random), random),
        publicUrl().orElseGet(() -> URI.create("http://localhost:" + port)),
        random,
        settings.clock());
  }

  /** How browsers and apps reach the server, where {@code rollbook.yml} says it. */
  public Optional<URI> publicUrl() {
    return new HomeFile(home).publicUrl();
  }

  /** The proxies that {@code trusted-proxies} in {@code rollbook.yml} names. */
  public TrustedProxies trustedProxies() {
    return new HomeFile(home).trustedProxies();
  }

  /** Whether the home directory's settings say anything of the learning app. */
  public boolean learnIsNamed() {
    return new HomeFile(home).namesLearn();
  }

  /** What the home directory's settings say of the learning app. */
  public LearnSetup learn() {
    return new HomeFile(home).learn();
  }

  /**
   * The learning app's own database: beside ours where the server is ours, made when missing.
   *
   * @throws SettingsRefused when the server is somebody else's and the settings name none
   */
  public DatabaseSettings.External learnDatabase() {
    return new HomeFile(home)
        .learnDatabase()
        .or(() -> database().sibling("learn"))
        .orElseThrow(() ->
            new SettingsRefused(
                """
                The learning app needs a database of its own beside that of rollbook.yml. Make an \
                empty one and name it there: learn-database with url, user and password.\
                """));
  }

  /**
   * Registers an app that this installation runs itself, or brings its addresses up to date. Its
   * secret comes from the home directory's key, so that it is written nowhere and every start finds
   * it again.
   *
   * @throws org.rollbook.registry.sharing.SharingRefused when the name is another app's
   */
  public Registered ownApp(NewApp app) {
    return apps().registerOwn(app, new OwnSecrets(home.secretKey(new SecureRandom())).of(app));
  }

  /** Whether a registered app is one that this installation runs itself. */
  public boolean isOwn(App app) {
    var secret = new OwnSecrets(home.secretKey(new SecureRandom())).of(app.about());
    return apps().authenticated(app.clientId(), secret).isPresent();
  }

  private Database openDatabase() {
    return Database.open(
        new HomeFile(home).database(), List.of(SyncTables.MIGRATIONS, SignInTables.MIGRATIONS));
  }

  private Intake makeIntake() {
    return new Intake(database(), new KnownFormats(), settings.clock());
  }

  private Apps makeApps() {
    return new Apps(database().dataSource(), new SecureRandom(), settings.clock());
  }

  private Sharing makeSharing() {
    var key = home.secretKey(new SecureRandom());
    return new Sharing(database().dataSource(), key, settings.clock());
  }

  private Publication makePublication() {
    return new Publication(database().dataSource(), settings.clock());
  }

  private Connections makeConnections() {
    var random = new SecureRandom();
    var secrets = new SecretBox(home.secretKey(random), random);
    return new Connections(database().jdbc(), secrets, settings.clock());
  }

  private ClassSync makeSync() {
    return new ClassSync(
        database().dataSource(),
        connections(),
        new KnownTargets(),
        Patience.USUAL,
        settings.clock(),
        () -> ThreadLocalRandom.current().nextLong());
  }

  /** Lets go of the database; an embedded one stops when nobody else uses it. */
  @Override
  public void close() {
    database.ifMade().ifPresent(Database::close);
  }
}
