package org.rollbook.hub.server;

/** A source that says what a test tells it, or is in trouble. */
final class FakeSource implements StatusSource {
  private volatile Status status = Samples.EMPTY;
  private volatile boolean answers = true;
  private volatile boolean throwing;

  void becomes(Status now) {
    status = now;
  }

  void databaseIsAway() {
    answers = false;
  }

  void throwsSecrets() {
    throwing = true;
  }

  @Override
  public boolean databaseAnswers() {
    trouble();
    return answers;
  }

  @Override
  public Status status() {
    trouble();
    return status;
  }

  private void trouble() {
    if (throwing) {
      throw new IllegalStateException("password=hunter2");
    }
  }
}
