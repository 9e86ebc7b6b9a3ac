package org.rollbook.app.schoolday;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What happens at the schools: one thing at a time, for a roster is one. Thread-safe. */
final class SchoolDay {
  private static final int MOST_TOLD = 50;
  private static final String REFUSED = "Another press";
  private static final String FAILED =
      "It did not work. Press the button once more: it goes on where it stopped. If it fails again,"
          + " end the demo with Ctrl-C and start it anew; its terminal says what went wrong.";
  private static final String BUSY =
      "Only one thing happens at a time, so it was not played. Press again when the first is over.";
  private static final String OLD =
      "It came from a page that was older than what happened last, so it was not played. Look"
          + " at what the buttons say now.";

  private final List<SchoolDayButton> buttons;
  private final Consumer<Exception> log;
  private final List<Happened> happened = new ArrayList<>();
  private Optional<String> playing = Optional.empty();
  private int played;
  private boolean ended;

  SchoolDay(List<SchoolDayButton> buttons, Consumer<Exception> log) {
    this.buttons = List.copyOf(buttons);
    this.log = log;
  }

  /** What a press of a button did. */
  record Happened(String title, List<String> sentences) {
    Happened {
      sentences = List.copyOf(sentences);
    }
  }

  /** What a button says now. */
  record Offered(String label, String says) {}

  /**
   * What there is to see.
   *
   * @param playing what is under way; nothing is offered meanwhile
   * @param played how many presses were played, which the next one has to name
   * @param happened the newest first
   */
  record Now(Optional<String> playing, int played, List<Offered> offered, List<Happened> happened) {
    Now {
      offered = List.copyOf(offered);
      happened = List.copyOf(happened);
    }
  }

  synchronized Now now() {
    return new Now(playing, played, playing.isEmpty() ? offered() : List.of(), happened);
  }

  /** Not while one is played: what they say may change at any moment then. */
  private List<Offered> offered() {
    return buttons.stream().map(one -> new Offered(one.label().get(), one.says().get())).toList();
  }

  /**
   * Begins what a button says, unless something is under way or happened since.
   *
   * @param after how many presses were played when the button was shown
   */
  synchronized void press(int button, int after) {
    if (button >= buttons.size() || ended) {
      return;
    }
    if (playing.isPresent()) {
      note(REFUSED, List.of(BUSY));
    } else if (after != played) {
      note(REFUSED, List.of(OLD));
    } else {
      var pressed = buttons.get(button);
      var label = pressed.label().get();
      playing = Optional.of(label);
      Thread.ofVirtual().name("school-day").start(() -> play(pressed, label));
    }
  }

  private void play(SchoolDayButton button, String label) {
    var sentences = List.of(FAILED);
    try {
      sentences = button.action().call();
    } catch (Exception e) {
      // Whatever it was, the page stays, and says so.
      tell(e);
    } finally {
      over(label, sentences);
    }
  }

  private synchronized void over(String label, List<String> sentences) {
    note(label, sentences);
    playing = Optional.empty();
    played++;
  }

  private void note(String title, List<String> sentences) {
    happened.addFirst(new Happened(title, sentences));
    if (happened.size() > MOST_TOLD) {
      happened.removeLast();
    }
  }

  /** What is cut off by the end is no failure to tell of. */
  private synchronized void tell(Exception e) {
    if (!ended) {
      log.accept(e);
    }
  }

  synchronized void end() {
    ended = true;
  }
}
