package org.rollbook.emulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.rollbook.emulator.calls.ApiMethod;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.calls.Caller;
import org.rollbook.emulator.calls.Router;
import org.rollbook.emulator.quota.Quotas;
import org.rollbook.emulator.tokens.AccessTokens;
import org.rollbook.emulator.wire.FieldSelection;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.Query;
import org.rollbook.emulator.wire.Refusal;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import org.rollbook.emulator.wire.Status;
import tools.jackson.databind.node.ObjectNode;

/** Takes a request to one of the two APIs through counting, token, quota, faults and its method. */
final class Api {
  /** Parameters that every method has (source: discovery, global parameters). */
  private static final Set<String> GLOBAL =
      Set.of(
          "$.xgafv",
          "access_token",
          "alt",
          "callback",
          "fields",
          "key",
          "oauth_token",
          "prettyPrint",
          "quotaUser",
          "uploadType",
          "upload_protocol");

  private final Workspace workspace;
  private final AccessTokens tokens;
  private final Quotas quotas;
  private final boolean quotasEnforced;
  private final CallCounter counter = new CallCounter();
  private volatile FaultDice dice = new FaultDice(Faults.none());

  Api(Workspace workspace, AccessTokens tokens, Quotas quotas, boolean quotasEnforced) {
    this.workspace = workspace;
    this.tokens = tokens;
    this.quotas = quotas;
    this.quotasEnforced = quotasEnforced;
  }

  CallCounter counter() {
    return counter;
  }

  FaultDice dice() {
    return dice;
  }

  void setFaults(Faults faults) {
    dice = new FaultDice(faults);
  }

  Outcome answer(ApiRequest request) {
    FaultDice now = dice;
    try {
      Router.Match match =
          Router.match(request.verb(), request.rawPath()).orElseThrow(Refused::notFound);
      counter.count(match.method());
      now.pause(match.method().id());
      Caller caller = authorised(request, match.method());
      checkParameters(match.method(), request.query());
      takeQuota(match.method(), caller, now.faults());
      return now.befall(match.method().id(), () -> effect(match, request, caller));
    } catch (Refused refused) {
      return new Outcome.Answered(Reply.refused(refused.refusal()));
    }
  }

  private Caller authorised(ApiRequest request, ApiMethod method) {
    Optional<String> bearer =
        request
            .authorization()
            .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
            .map(header -> header.substring(7).strip())
            .or(() -> request.query().one("access_token"));
    Caller caller =
        workspace
            .reading(() -> bearer.flatMap(token -> tokens.caller(token, workspace.accounts())))
            .orElseThrow(Refused::unauthenticated);
    if (method.scopes().stream().noneMatch(caller::may)) {
      throw new Refused(
          new Refusal(
              Status.PERMISSION_DENIED,
              "Request had insufficient authentication scopes.",
              List.of(Refused.errorInfo("ACCESS_TOKEN_SCOPE_INSUFFICIENT"))));
    }
    return caller;
  }

  private static void checkParameters(ApiMethod method, Query query) {
    for (String name : query.names()) {
      if (!GLOBAL.contains(name) && !method.parameters().contains(name)) {
        throw Refused.invalid(
            ("Invalid JSON payload received. Unknown name \"%s\": Cannot bind query parameter."
                    + " Field '%s' could not be found in request message.")
                .formatted(name, name));
      }
    }
  }

  /** How many calls a minute one person has now; empty when that is not limited. */
  OptionalInt quotaPerUser() {
    OptionalInt override = dice().faults().userPerMinute();
    return override.isPresent() || !quotasEnforced ? override : OptionalInt.of(Quotas.PER_USER);
  }

  /** How many calls a minute the whole client has now; empty when that is not limited. */
  OptionalInt quotaPerClient() {
    OptionalInt override = dice().faults().clientPerMinute();
    return override.isPresent() || !quotasEnforced ? override : OptionalInt.of(Quotas.PER_CLIENT);
  }

  /** Google counts the service account's calls; a person's own token is another client's. */
  private void takeQuota(ApiMethod method, Caller caller, Faults faults) {
    boolean overridden = faults.userPerMinute().isPresent() || faults.clientPerMinute().isPresent();
    if (!method.directory() && caller.delegated() && (quotasEnforced || overridden)) {
      int perUser = quotasEnforced ? Quotas.PER_USER : Integer.MAX_VALUE;
      int perClient = quotasEnforced ? Quotas.PER_CLIENT : Integer.MAX_VALUE;
      quotas.take(
          caller.account(),
          faults.userPerMinute().orElse(perUser),
          faults.clientPerMinute().orElse(perClient));
    }
  }

  private Reply effect(Router.Match match, ApiRequest request, Caller caller) {
    Optional<FieldSelection> selection = FieldSelection.parse(request.query());
    ObjectNode body = match.method().reads() ? Json.object() : Json.parse(request.body());
    Map<String, String> parts = match.parts();
    Reply reply =
        workspace.answer(
            match.method(),
            () ->
                new Call(
                    match.method(),
                    parts,
                    request.query(),
                    body,
                    caller,
                    workspace.accounts().get(caller.account())));
    return selection
        .map(some -> new Reply(reply.status(), (ObjectNode) some.of(reply.body()), reply.headers()))
        .orElse(reply);
  }
}
