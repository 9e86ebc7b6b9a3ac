package org.rollbook.learn.clever;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Signing in at the stand-in: whom the test chose is who sits before the screen. */
final class StandInOAuth {
  /** Who a token or a code is for. */
  record Holder(StandInDistrict district, String user) {}

  private record Code(Holder holder, String redirect) {}

  private final CleverStandIn clever;
  private final ConcurrentMap<String, Code> codes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Holder> tokens = new ConcurrentHashMap<>();
  private volatile Optional<Holder> chosen = Optional.empty();
  private volatile Optional<String> refusal = Optional.empty();

  StandInOAuth(CleverStandIn clever) {
    this.clever = clever;
  }

  void choose(Holder holder) {
    chosen = Optional.of(holder);
    refusal = Optional.empty();
  }

  void refuse(String error) {
    refusal = Optional.of(error);
  }

  /** Codes that were given out are too old now. */
  void forgetCodes() {
    codes.clear();
  }

  Optional<Holder> holder(String token) {
    return Optional.ofNullable(tokens.get(token));
  }

  String code(Holder holder, String redirect) {
    String code = "code-" + StandInDistrict.newId();
    codes.put(code, new Code(holder, redirect));
    return code;
  }

  /** {@code GET /oauth/authorize}: sends the browser back with a code or an error. */
  void authorize(StandInCall call) throws IOException {
    String redirect = call.asked("redirect_uri");
    boolean known =
        call.asked("response_type").equals("code")
            && call.asked("client_id").equals(CleverStandIn.CLIENT)
            && !redirect.isEmpty();
    if (!known || (refusal.isEmpty() && chosen.isEmpty())) {
      call.html(400);
      return;
    }
    String brought =
        refusal.isPresent()
            ? "error=" + refusal.get()
            : "code=" + code(chosen.orElseThrow(), redirect);
    String state =
        call.query().containsKey("state")
            ? "&state=" + URLEncoder.encode(call.asked("state"), UTF_8)
            : "";
    call.with("Location", redirect + "?" + brought + "&scope=read%3Auser_id" + state)
        .answer(302, "text/html", "");
  }

  /** {@code /oauth/tokens}: codes for tokens, and the tokens of districts. */
  void tokens(StandInCall call, Collection<StandInDistrict> districts) throws IOException {
    if (!clever.accepts(call.header("Authorization").orElse(""))) {
      call.json(401, CleverStandIn.JSON.createObjectNode().put("error", "invalid_client"));
    } else if (call.method().equals("POST")) {
      exchange(call);
    } else {
      grants(call, districts);
    }
  }

  private void exchange(StandInCall call) throws IOException {
    JsonNode asked = CleverStandIn.JSON.readTree(call.body());
    Optional<Code> code = Optional.ofNullable(codes.remove(asked.path("code").asString("")));
    boolean fits =
        code.filter(one -> one.redirect().equals(asked.path("redirect_uri").asString("")))
                .isPresent()
            && asked.path("grant_type").asString("").equals("authorization_code");
    if (!fits) {
      call.json(400, CleverStandIn.JSON.createObjectNode().put("error", "invalid_grant"));
      return;
    }
    String token = "il" + StandInDistrict.newId();
    tokens.put(token, code.orElseThrow().holder());
    call.json(
        200,
        CleverStandIn.JSON
            .createObjectNode()
            .put("access_token", token)
            .put("token_type", "bearer")
            .put("expires_in", 86_400));
  }

  private static void grants(StandInCall call, Collection<StandInDistrict> districts)
      throws IOException {
    ObjectNode answer = CleverStandIn.JSON.createObjectNode();
    ArrayNode data = answer.putArray("data");
    for (StandInDistrict district : districts) {
      String id = district.id().value();
      boolean meant = call.asked("district").isEmpty() || call.asked("district").equals(id);
      if (meant && district.rostered()) {
        ObjectNode grant = data.addObject().put("id", StandInDistrict.newId());
        grant.putObject("owner").put("type", "district").put("id", id);
        grant.put("access_token", district.token());
        grant.putArray("scopes").add("read:district_admins").add("read:sections");
      }
    }
    call.json(200, answer);
  }

  static String basic(String id, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
  }
}
