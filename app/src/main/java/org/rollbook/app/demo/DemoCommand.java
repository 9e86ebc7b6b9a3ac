package org.rollbook.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.rollbook.app.commands.CommonOptions;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.Trouble;
import org.rollbook.app.console.UsageError;
import org.rollbook.app.schoolday.SchoolDayPage;
import org.rollbook.app.serving.FreePort;
import org.rollbook.app.serving.LearningApp;
import org.rollbook.app.serving.NodeStatus;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.EmulatorSettings;
import org.rollbook.hub.clever.DataApi;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;
import org.rollbook.hub.server.RollbookServer;
import org.rollbook.hub.server.ServerSettings;
import org.rollbook.sync.target.TargetUnavailable;
import org.rollbook.web.Listening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: everything at once, with nothing set up before. */
@Command(
    name = "demo",
    description =
        "An invented district, its first sync, one school day and a learning app, without set-up."
            + " Unlike other commands, where neither --home nor ROLLBOOK_HOME names a home it has one"
            + " that is gone at the end.")
public final class DemoCommand implements Callable<Integer> {
  /** For the database to stop and the temporary home to go. */
  private static final Duration CLOSING = Duration.ofSeconds(20);

  private final Session session;

  @Mixin private CommonOptions options = new CommonOptions();

  @Option(
      names = "--once",
      description =
          "End after the second sync instead of staying up. --json is only of this: what happened,"
              + " while the story goes to standard error.")
  private boolean once;

  @Option(
      names = "--students",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many students, from 100 (${DEFAULT-VALUE}).")
  private int students;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Which district of that size (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "0",
      description = "Where the emulator listens; 0 is any free port.")
  private int port;

  public DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, TargetUnavailable, InterruptedException {
    if (options.json() && !once) {
      throw new UsageError(
          "Without --once the demo stays up, and has no end to tell of: type demo --once --json.");
    }
    var interruption = session.interruption();
    interruption.allow(CLOSING);
    try {
      var wanted = session.wanted(options.home());
      if (wanted.isPresent()) {
        play(wanted.get());
      } else {
        playInTemporaryHome();
      }
    } catch (IOException | TargetUnavailable | InterruptedException | RuntimeException e) {
      // An interrupted story ends where it is; what it trips over then is no news. A script that
      // waits for the document is told why there is none.
      if (options.json() || !interruption.came()) {
        throw e;
      }
    }
    return ExitCode.DONE;
  }

  /** Where the story is told. */
  private Console told() {
    return options.json() ? session.console().beside() : session.console();
  }

  private void playInTemporaryHome() throws IOException, TargetUnavailable, InterruptedException {
    var folder = Files.createTempDirectory("rollbook-demo-");
    try {
      play(folder);
    } finally {
      // An interrupted story is over: what clears up after it has to wait undisturbed.
      var _ = Thread.interrupted();
      TemporaryHome.remove(folder);
    }
  }

  private void play(Path home) throws IOException, TargetUnavailable, InterruptedException {
    // Without Google's quotas: with them a first sync takes a quarter of an hour.
    var emulatorSettings = EmulatorSettings.of(port, DemoDistrict.DOMAIN, false);
    try (var node = Node.open(NodeSettings.of(home));
        var emulator = ClassroomEmulator.start(emulatorSettings)) {
      var district = DemoDistrict.found(students, seed, home);
      var story = new DemoStory(told(), node, emulator, district);
      story.title();
      story.startDatabase();
      requireNoOther(node);
      playWithServers(story, node, emulator);
    }
  }

  /** A home that the environment names is easily somebody's own. */
  private static void requireNoOther(Node node) {
    var others = node.districts().stream().filter(key -> !key.equals(DemoDistrict.KEY)).toList();
    if (!others.isEmpty()) {
      throw new UsageError(
          "%s has districts of its own (%s), and the demo would put its invented one beside them. Name another home: demo --home DIR."
              .formatted(node.home().folder(), others.getFirst()));
    }
  }

  /** The pages are up before the story begins, so that it can be watched on them. */
  private void playWithServers(DemoStory story, Node node, ClassroomEmulator emulator)
      throws IOException, TargetUnavailable, InterruptedException {
    var here = InetAddress.getLoopbackAddress();
    var command = "./rollbook --home " + node.home().folder();
    var settings = new ServerSettings(Listening.onThisMachine(FreePort.or(0, here)), command);
    var signIn = node.signIn(settings.listening().port());
    var api =
        new DataApi(
            node.database(), node.apps(), node.sharing(), node.publication(), signIn, node.clock());
    try (var hub = RollbookServer.start(settings, new NodeStatus(node), api, signIn);
        var learn =
            LearningApp.start(
                node, Listening.onThisMachine(FreePort.or(0, here)), signIn.publicUrl())) {
      var pages = new DemoPages(told(), node, emulator, hub, learn);
      var learning = new DemoLearning(told(), node, learn, hub.port());
      if (once) {
        var summary = story.play(learning, true);
        if (options.json()) {
          session.console().json(json -> DemoDocument.write(json, summary, node.runDetails()));
        }
      } else {
        pages.announce();
        story.play(learning, false);
        stayUp(pages, learning);
      }
    }
  }

  private void stayUp(DemoPages pages, DemoLearning learning)
      throws IOException, InterruptedException {
    try (var schoolDay =
        SchoolDayPage.start(learning.buttons(), learning.notes(), this::toldOfFailure)) {
      pages.stayUp(schoolDay.port());
      learning.tellSignIns();
      learning.tellWalk(schoolDay.port());
      pages.ending();
      session.interruption().await();
    }
  }

  /** Beside the story: libraries' logs are not heard in the demo. */
  private void toldOfFailure(Exception failure) {
    session.console().aside("rollbook: the school day failed: " + Trouble.of(failure).message());
    failure.printStackTrace(session.console().aside());
  }
}
