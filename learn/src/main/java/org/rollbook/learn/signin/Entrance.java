package org.rollbook.learn.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets somebody in whom Clever vouches for. */
final class Entrance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

  private final Sessions sessions;
  private final People people;
  private final SignInAudit audit;
  private final AfterSignIn after;
  private final InstantSource clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Entrance(
      Sessions sessions, People people, SignInAudit audit, AfterSignIn after, InstantSource clock) {
    this.sessions = sessions;
    this.people = people;
    this.audit = audit;
    this.after = after;
    this.clock = clock;
  }

  void enter(HttpServletRequest request, Person person) {
    sessions.enter(request, person);
    people.signedIn(person.id(), clock.instant());
    audit.person(Outcome.SIGNED_IN, person.id());
    threads.execute(() -> told(person));
  }

  private void told(Person person) {
    try {
      after.signedIn(person);
    } catch (RuntimeException failure) {
      LOG.warn("What follows a sign-in failed for account {}", person.id(), failure);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
