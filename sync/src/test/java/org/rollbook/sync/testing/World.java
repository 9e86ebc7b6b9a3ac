package org.rollbook.sync.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.rollbook.core.guard.PlanLimits;
import org.rollbook.core.guard.SnapshotLimits;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.registry.intake.Intake;
import org.rollbook.registry.intake.Progress;
import org.rollbook.registry.intake.SnapshotStatus;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;
import org.rollbook.sources.SnapshotSource;
import org.rollbook.sync.connections.Connected;
import org.rollbook.sync.connections.ConnectionId;
import org.rollbook.sync.connections.Connections;
import org.rollbook.sync.connections.NewConnection;
import org.rollbook.sync.connections.SecretBox;
import org.rollbook.sync.execution.ClassSync;
import org.rollbook.sync.execution.RunProgress;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.quota.Patience;
import org.rollbook.sync.runs.OperationLine;
import org.rollbook.sync.runs.RunDetails;
import org.rollbook.sync.runs.RunId;
import org.rollbook.sync.runs.RunReport;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * One district from its SIS to its classes: a registrar's changes go in at {@link #sis}, people's
 * hands at {@link #classroom}, and {@link #sync} brings them together through the real reader,
 * registry and sync.
 */
public final class World implements AutoCloseable {
  private static final Patience QUICK = new Patience(Duration.ofMillis(1), Duration.ofMillis(4), 8);
  private static final AtomicInteger DISTRICTS = new AtomicInteger();

  private final Sis sis = new Sis();
  private final Classroom classroom;
  private final Database database;
  private final Connections connections;
  private final Intake intake;
  private final DistrictKey district;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-09-08T06:00:00Z"));
  private final AtomicReference<ConnectionId> connection = new AtomicReference<>();
  private int graceDays = 0;
  private PlanLimits limits = PlanLimits.USUAL;

  public World(Database database, Classroom classroom) {
    this.database = database;
    this.classroom = classroom;
    classroom.follow(now::get);
    // A district of its own for each world, in one database: worlds do not see each other.
    this.district =
        new DistrictKey("d" + DISTRICTS.incrementAndGet() + "-" + ProcessHandle.current().pid());
    this.connections =
        new Connections(database.jdbc(), new SecretBox(new byte[32], new SecureRandom()), now::get);
    this.intake = new Intake(database, World::read, now::get);
  }

  public DistrictKey district() {
    return district;
  }

  private static SnapshotSource read(Path delivery) throws IOException {
    return switch (SnapshotFormats.open(delivery)) {
      case SnapshotOpening.Ready(var source) -> source;
      case SnapshotOpening.Nothing(var message) -> throw new IOException(message);
      case SnapshotOpening.Refused(var findings) -> throw new IOException(findings.toString());
    };
  }

  public Sis sis() {
    return sis;
  }

  public Classroom classroom() {
    return classroom;
  }

  /** Before the first sync: how many days a class outlives its section. */
  public World grace(int days) {
    graceDays = days;
    return this;
  }

  /** Before the first sync: what a plan may do without approval. */
  public World limits(PlanLimits wanted) {
    limits = wanted;
    return this;
  }

  /** After the first delivery: what a snapshot may change without approval. */
  public void limits(SnapshotLimits wanted) {
    intake.limit(district, wanted);
  }

  /** Somebody sets what a connection's plans may do without approval. */
  public void limit(ConnectionId connection, PlanLimits wanted) {
    connections.limit(connection, wanted);
  }

  /** Time goes on. */
  public void days(int count) {
    now.updateAndGet(instant -> instant.plus(Duration.ofDays(count)));
  }

  /** Time goes on past the real clock, by which some classrooms go. */
  public void pastToday() {
    now.updateAndGet(instant -> {
      var today = Instant.now();
      return (instant.isAfter(today) ? instant : today).plus(Duration.ofDays(2));
    });
  }

  /** Accounts for everybody who has none yet. */
  public World accountsForAll() {
    sis.addresses().forEach(classroom::makeAccount);
    return this;
  }

  /** The SIS delivers what it has now. */
  public ImportReport deliver() {
    try {
      var folder = Files.createTempDirectory("rollbook-world-");
      try {
        return deliver(sis.exportTo(folder));
      } finally {
        try (var files = Files.list(folder)) {
          for (var file : files.toList()) {
            Files.delete(file);
          }
        }
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Somebody else's files are delivered. */
  public ImportReport deliver(Path files) throws IOException {
    return deliver(files, Progress.NONE);
  }

  /** The same, and somebody is told how far it is. */
  public ImportReport deliver(Path files, Progress progress) throws IOException {
    return intake.importSnapshot(district, files, progress);
  }

  /** A person looks at a held snapshot and finds it right. */
  public void approveIfHeld(ImportReport report) {
    if (report.status() == SnapshotStatus.HELD) {
      try {
        intake.approve(report.snapshot());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Delivers and syncs. */
  public RunReport sync() {
    deliver();
    return syncOnly();
  }

  /** Syncs without a delivery. */
  public RunReport syncOnly() {
    return sync(classroom.targets());
  }

  /** Syncs through another way to the target, for example one that breaks. */
  public RunReport sync(Targets targets) {
    try {
      return classSync(targets).sync(connection(), RunProgress.NONE);
    } catch (TargetUnavailable e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public RunReport plan() {
    try {
      return classSync().plan(connection(), RunProgress.NONE);
    } catch (TargetUnavailable e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Plans every class anew, as if no plan had been made before. */
  public RunReport planEverything() {
    database
        .jdbc()
        .sql("update connection set planned_event = null where id = :id")
        .param("id", connection().number())
        .update();
    return plan();
  }

  public ClassSync classSync() {
    return classSync(classroom.targets());
  }

  public ClassSync classSync(Targets targets) {
    return new ClassSync(
        database.dataSource(), connections, targets, QUICK, now::get, new Random());
  }

  /** The connection, made when first needed: a district is there after its first delivery. */
  public ConnectionId connection() {
    var made = connection.get();
    return made != null ? made : connect();
  }

  /** Makes a new connection to the same target, as after a new installation. */
  public ConnectionId connect() {
    // A new installation knows of no former connection: it would renew that one.
    database
        .jdbc()
        .sql("update connection set workspace = workspace || '#' || id where id = :former")
        .param("former", connection.get() == null ? 0 : connection.get().number())
        .update();
    var made = connectAs(classroom.administrator()).id();
    connection.set(made);
    return made;
  }

  /** Joins the district to its classroom, or renews what joins it, as an administrator. */
  public Connected connectAs(String administrator) {
    return connections.connect(
        new NewConnection(
            district.value(),
            "google-classroom",
            administrator,
            classroom.credentials(),
            Optional.<URI>empty(),
            Policy.COOPERATIVE,
            Optional.of(graceDays),
            Optional.empty(),
            limits));
  }

  /** Runs as people read them. */
  public RunDetails details() {
    return new RunDetails(database.dataSource());
  }

  /** A run's operations as people read them. */
  public List<OperationLine> operations(RunId run) {
    var lines = new ArrayList<OperationLine>();
    details().operations(run, lines::add);
    return lines;
  }

  /** The one class of this name. */
  public Classroom.SeenClass classCalled(String name) {
    var found = classesCalled(name);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " classes are called " + name + ": " + found);
    }
    return found.getFirst();
  }

  public List<Classroom.SeenClass> classesCalled(String name) {
    return classroom.classes().stream().filter(seen -> seen.name().equals(name)).toList();
  }

  @Override
  public void close() {
    classroom.close();
  }
}
