package org.rollbook.google.calls;

import com.google.api.client.googleapis.services.AbstractGoogleClientRequest;
import com.google.api.client.http.HttpResponseException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.rollbook.google.access.Identity;
import org.rollbook.google.calls.KnownRefusal.Reach;
import org.rollbook.google.calls.Reply.No;
import org.rollbook.google.calls.Reply.Ok;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.CallKind;
import org.rollbook.sync.target.PassingFailure;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * Makes calls through the gate, and sorts what comes back into three: an answer for this call; a
 * failure in passing, which the gate repeats; or the end of the connection's usefulness, which is
 * told at once instead of being met by every operation to come.
 */
public final class Calls {
  /** How often Google is given time to catch up with itself. */
  private static final int PATIENCE = 4;

  private final CallGate gate;
  private final Identity identity;

  public Calls(CallGate gate, Identity identity) {
    this.gate = gate;
    this.identity = identity;
  }

  /** Makes a request anew for every attempt. */
  @FunctionalInterface
  public interface Request<T> {
    AbstractGoogleClientRequest<T> make() throws IOException;

    /** Whether something is an answer to it at all: it has the fields that Google always gives. */
    default boolean answeredBy(T answer) {
      return true;
    }

    /** A request whose answer has to be whole. */
    static <T> Request<T> wanting(Predicate<T> whole, Request<T> request) {
      return new Request<>() {
        @Override
        public AbstractGoogleClientRequest<T> make() throws IOException {
          return request.make();
        }

        @Override
        public boolean answeredBy(T answer) {
          return whole.test(answer);
        }
      };
    }
  }

  /** A call that changes nothing. */
  public <T> Reply<T> read(Request<T> request) throws TargetUnavailable, InterruptedException {
    return settled(gate.call(CallKind.READ, repeated -> attempt(request, repeated)));
  }

  /** A call that changes something. */
  public <T> Reply<T> write(Request<T> request) throws TargetUnavailable, InterruptedException {
    return settled(gate.call(CallKind.WRITE, repeated -> attempt(request, repeated)));
  }

  /**
   * A call after which Google may need a moment until it knows what it did just before: a few
   * refusals of that kind count as failures in passing.
   */
  public <T> Reply<T> patiently(CallKind kind, Request<T> request, Predicate<Refusal> lag)
      throws TargetUnavailable, InterruptedException {
    var left = new AtomicInteger(PATIENCE);
    return settled(
        gate.call(
            kind,
            repeated -> {
              var reply = attempt(request, repeated);
              if (reply instanceof No<T>(var refusal, var again)
                  && lag.test(refusal)
                  && left.decrementAndGet() > 0) {
                throw lagging(refusal, again);
              }
              return reply;
            }));
  }

  private static PassingFailure lagging(Refusal refusal, boolean mayHaveTakenEffect) {
    return new PassingFailure(
        "Google does not know yet what it did before: " + refusal.message(),
        Optional.empty(),
        mayHaveTakenEffect,
        new IOException(refusal.code()));
  }

  private static <T> Reply<T> attempt(Request<T> request, boolean repeated) throws PassingFailure {
    try {
      return new Ok<>(Answered.by(request), repeated);
    } catch (HttpResponseException answered) {
      return new No<>(ErrorAnswer.refusal(answered), repeated);
    } catch (IOException broken) {
      return new No<>(Breakdown.refusal(broken), repeated);
    }
  }

  private <T> Reply<T> settled(Reply<T> reply) throws TargetUnavailable {
    if (reply instanceof No<T>(var refusal, _) && reaches(refusal, Reach.CONNECTION)) {
      throw new TargetUnavailable(
          "Google does not let Rollbook in (%s: %s). %s"
              .formatted(refusal.code(), refusal.message(), identity.fillInto(refusal.advice())),
          new IOException(refusal.code()));
    }
    return reply;
  }

  private static boolean reaches(Refusal refusal, Reach reach) {
    return refusal.known().filter(known -> known.reach() == reach).isPresent();
  }
}
