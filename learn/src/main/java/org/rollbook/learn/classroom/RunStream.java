package org.rollbook.learn.classroom;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import org.rollbook.learn.importing.SyncLine;
import org.rollbook.learn.importing.SyncRun;

/**
 * One stream of server-sent events (HTML Living Standard, 9.2) about one run. Each event carries
 * HTML: how the run stands, and the lines that the page has not got yet. Its id is the position of
 * the last line, so that a page that comes again gets those that it missed.
 */
final class RunStream {
  /**
   * A page that is gone is noticed when it is written to, and its place is another's then. Also
   * shorter than the patience of the usual proxies with a connection that says nothing.
   */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  /** Between two events: a sync that only looks is too fast to read anyway. */
  private static final Duration BREATH = Duration.ofMillis(150);

  /** Milliseconds after which a page comes again whose stream broke. */
  private static final int COME_AGAIN = 2_000;

  private final HttpServletResponse response;
  private final Html html;
  private int sent;

  /** How a run looks, to a page that has all lines up to a position. */
  interface Html {
    String of(SyncRun run, int after);
  }

  /**
   * @param sent the position of the last line that the page has
   */
  RunStream(HttpServletResponse response, int sent, Html html) {
    this.response = response;
    this.sent = sent;
    this.html = html;
  }

  /** Tells all that comes, until the run has ended, the page is gone, or the server closes. */
  void tell(Watcher watcher) throws IOException, InterruptedException {
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    // nginx would otherwise keep what is small until there is more of it.
    response.setHeader("X-Accel-Buffering", "no");
    var out = response.getWriter();
    out.write("retry: " + COME_AGAIN + "\n\n");
    boolean open = true;
    while (open) {
      open =
          switch (watcher.next(HEARTBEAT)) {
            case Watcher.News.Run(SyncRun run) -> tell(out, run);
            case Watcher.News.Nothing() -> say(out, ": still here\n\n");
            case Watcher.News.Over() -> false;
          };
    }
  }

  private boolean tell(PrintWriter out, SyncRun run) throws InterruptedException {
    boolean ended = run.ended().isPresent();
    var event = new StringBuilder();
    event.append("event: ").append(ended ? "ended" : "progress").append('\n');
    var body = html.of(run, sent);
    sent = run.lines().stream().mapToInt(SyncLine::position).reduce(sent, Math::max);
    if (sent >= 0) {
      event.append("id: ").append(sent).append('\n');
    }
    body.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
    event.append('\n');
    boolean open = say(out, event.toString()) && !ended;
    if (open) {
      Thread.sleep(BREATH);
    }
    return open;
  }

  /** Whether the page is still there. */
  private static boolean say(PrintWriter out, String words) {
    out.write(words);
    // Flushes as well.
    return !out.checkError();
  }
}
