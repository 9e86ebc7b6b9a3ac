package org.rollbook.app.schoolday;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page with the buttons, pressed over HTTP as a browser does. */
class SchoolDayPageTest {
  private static final Pattern FORM =
      Pattern.compile(
          "name=\"token\" value=\"(\\w+)\">\\s*<input .* name=\"after\" value=\"(\\d+)\"");
  private static final Duration SOON = Duration.ofSeconds(10);

  private final AtomicInteger days = new AtomicInteger();
  private final Semaphore mayEnd = new Semaphore(0);
  private final CopyOnWriteArrayList<Exception> logged = new CopyOnWriteArrayList<>();
  private final HttpClient browser =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
  private final SchoolDayPage page = started();

  private SchoolDayPage started() {
    var day =
        new SchoolDayButton(
            () -> "Play day " + (days.get() + 1),
            () -> "A day.",
            () -> {
              mayEnd.acquire();
              return List.of("Day %d is over.".formatted(days.incrementAndGet()));
            });
    var broken =
        new SchoolDayButton(
            () -> "Break",
            () -> "Nothing good.",
            () -> {
              throw new IllegalStateException("column \"x\" does not exist at Foo.java");
            });
    try {
      return SchoolDayPage.start(List.of(day, broken), List.of(), logged::add);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    page.close();
    browser.close();
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + page.port() + path);
  }

  private String look() throws Exception {
    return browser
        .send(HttpRequest.newBuilder(address("/")).build(), BodyHandlers.ofString())
        .body();
  }

  /** As often as the page itself does while something is played, and faster. */
  private String lookWhenOver() throws Exception {
    long deadline = System.nanoTime() + SOON.toNanos();
    var seen = look();
    while (seen.contains("Under way")) {
      assertThat(System.nanoTime()).as("played in time").isLessThan(deadline);
      Thread.sleep(20);
      seen = look();
    }
    return seen;
  }

  /** The form of a button on a page as it was shown. */
  private static String form(String shown, int button) {
    var form = FORM.matcher(shown);
    assertThat(form.find()).isTrue();
    return "token=%s&after=%s&button=%d".formatted(form.group(1), form.group(2), button);
  }

  private String press(String form) throws Exception {
    var request =
        HttpRequest.newBuilder(address("/play")).POST(BodyPublishers.ofString(form)).build();
    return browser.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void aPressIsPlayedAndToldOf() throws Exception {
    mayEnd.release();
    press(form(look(), 0));
    assertThat(lookWhenOver()).contains("Day 1 is over.", "Play day 2");
  }

  @Test
  void whatFailsIsToldInWordsAndTheLogHasTheRest() throws Exception {
    press(form(look(), 1));
    assertThat(lookWhenOver())
        .contains("It did not work. Press the button once more", "Ctrl-C")
        .doesNotContain("Exception", "column", "Foo.java");
    assertThat(logged).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void ofTwoPressesAtOnceOneIsPlayed() throws Exception {
    var form = form(look(), 0);
    assertThat(press(form)).contains("Under way: <strong>Play day 1").doesNotContain("<button");
    assertThat(press(form)).contains("Only one thing happens at a time");
    mayEnd.release(2);
    assertThat(lookWhenOver()).contains("Day 1 is over.").doesNotContain("Day 2 is over.");
    assertThat(days).hasValue(1);
  }

  @Test
  void aPressOnAPageFromBeforeIsNotPlayed() throws Exception {
    var form = form(look(), 0);
    mayEnd.release(2);
    press(form);
    lookWhenOver();
    assertThat(press(form)).contains("older than what happened last");
    assertThat(days).hasValue(1);
  }

  @Test
  void anotherSiteCannotPress() throws Exception {
    assertThat(press("token=0&after=0&button=0")).contains("Load the page again");
    assertThat(press(form(look(), 77))).doesNotContain("Under way");
    assertThat(days).hasValue(0);
  }
}
