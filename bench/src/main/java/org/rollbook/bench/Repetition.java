package org.rollbook.bench;

/** Does what is measured again and again, and tells how far it is. */
final class Repetition {
  private final int rounds;
  private final BenchProgress progress;

  Repetition(int rounds, BenchProgress progress) {
    this.rounds = rounds;
    this.progress = progress;
  }

  /** One of them. */
  interface Round {
    /**
     * @param last whether it is the last one
     */
    void run(boolean last) throws Exception;
  }

  BenchProgress progress() {
    return progress;
  }

  /**
   * Several things in turns, so that a busy moment of the machine meets each of them.
   *
   * @param what for a person
   */
  void each(String what, Round round) throws Exception {
    progress.begin(what, rounds);
    for (int number = 1; number <= rounds; number++) {
      round.run(number == rounds);
      progress.advance(1);
    }
  }

  /** One thing. */
  Rounds time(String what, Rounds.Work work) throws Exception {
    var measured = new Rounds();
    each(what, last -> measured.time(work));
    return measured;
  }

  /** What can be measured only once, since it changes what it is measured with. */
  Rounds once(String what, Rounds.Work work) throws Exception {
    progress.begin(what, 1);
    Rounds measured = new Rounds().time(work);
    progress.advance(1);
    return measured;
  }
}
