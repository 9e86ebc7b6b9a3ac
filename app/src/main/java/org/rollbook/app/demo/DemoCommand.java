package org.rollbook.app.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rollbook.app.commands.CommonOptions;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.app.serving.NodeStatus;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.EmulatorSettings;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;
import org.rollbook.hub.server.RollbookServer;
import org.rollbook.hub.server.ServerSettings;
import org.rollbook.sync.target.TargetUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: everything at once, with nothing set up before. */
@Command(
    name = "demo",
    description = "An invented district, its first sync and one school day, without any set-up.")
public final class DemoCommand implements Callable<Integer> {
  private static final int CLOSING_SECONDS = 20;

  private final Session session;

  @Mixin private CommonOptions options = new CommonOptions();

  @Option(names = "--once", description = "End after the second sync instead of staying up.")
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
    if (options.json()) {
      throw new UsageError("The demo tells a story; there is no --json of it.");
    }
    var over = new CountDownLatch(1);
    var interrupted = endWith(Thread.currentThread(), over);
    try {
      var named = session.named(options.home());
      if (named.isPresent()) {
        play(named.get(), interrupted);
      } else {
        playInTemporaryHome(interrupted);
      }
    } finally {
      over.countDown();
    }
    return ExitCode.DONE;
  }

  private void playInTemporaryHome(CountDownLatch interrupted)
      throws IOException, TargetUnavailable, InterruptedException {
    var folder = Files.createTempDirectory("rollbook-demo-");
    try {
      play(folder, interrupted);
    } finally {
      // An interrupted story is over: what clears up after it has to wait undisturbed.
      var _ = Thread.interrupted();
      TemporaryHome.remove(folder);
    }
  }

  private void play(Path home, CountDownLatch interrupted)
      throws IOException, TargetUnavailable, InterruptedException {
    // Without Google's quotas: with them a first sync takes a quarter of an hour.
    var emulatorSettings = EmulatorSettings.of(port, DemoDistrict.DOMAIN, false);
    try (var node = Node.open(NodeSettings.of(home));
        var emulator = ClassroomEmulator.start(emulatorSettings)) {
      var district = DemoDistrict.found(students, seed, home);
      new DemoStory(session.console(), node, emulator, district).play();
      if (!once) {
        stayUp(node, emulator, interrupted);
      }
    }
  }

  /**
   * From now on Ctrl-C ends the story wherever it is, and waits until it has cleared up: a process
   * that just died would leave its temporary home and the database in it running.
   */
  private static CountDownLatch endWith(Thread story, CountDownLatch over) {
    var interrupted = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  interrupted.countDown();
                  if (over.getCount() > 0) {
                    story.interrupt();
                    awaitQuietly(over);
                  }
                },
                "demo-end"));
    return interrupted;
  }

  private void stayUp(Node node, ClassroomEmulator emulator, CountDownLatch interrupted)
      throws InterruptedException {
    var command = "./rollbook --home " + node.home().folder();
    var settings = new ServerSettings(0, InetAddress.getLoopbackAddress(), command);
    try (var server = RollbookServer.start(settings, new NodeStatus(node))) {
      new DemoPages(session.console()).show(node, emulator, server);
      awaitEnd(interrupted);
    }
  }

  private static void awaitEnd(CountDownLatch interrupted) throws InterruptedException {
    try {
      interrupted.await();
    } catch (InterruptedException e) {
      // Ctrl-C does both; staying up ends then as it should, not in failure.
      if (interrupted.getCount() > 0) {
        throw e;
      }
    }
  }

  /** An interrupted process lives until everything is closed and the temporary home is gone. */
  private static void awaitQuietly(CountDownLatch over) {
    try {
      var _ = over.await(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
