package org.rollbook.hub.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.hub.signin.SignInHouse.ADA;
import static org.rollbook.hub.signin.SignInHouse.CALLBACK;
import static org.rollbook.hub.signin.SignInHouse.PASSWORD;
import static org.rollbook.hub.signin.SignInHouse.SPRINGFIELD;
import static org.rollbook.hub.signin.Visitor.query;

import java.util.Map;
import org.rollbook.registry.people.Person;
import org.rollbook.registry.sharing.Registered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of signing in to apps have in common. */
abstract class SignInVisits {
  final SignInHouse house;

  SignInVisits(SignInHouse house) {
    this.house = house;
  }

  String springfield() {
    return house.district(SPRINGFIELD);
  }

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  String code(Visitor visitor, Registered app, String redirect) throws Exception {
    return code(visitor, app, redirect, house.person(SPRINGFIELD, ADA));
  }

  /** Whoever signs in does it with {@link SignInHouse#PASSWORD}. */
  String code(Visitor visitor, Registered app, String redirect, Person person) throws Exception {
    var district = person.district().record().hex();
    var back =
        visitor.signInTo(
            visitor.authorize(
                app, redirect, Map.of("state", "s-1", "district_id", district, "nonce", "n-1")),
            district,
            person.email().orElseThrow(),
            PASSWORD);
    assertThat(query(back)).containsEntry("state", "s-1");
    return query(back).getOrDefault("code", "");
  }

  String token(Visitor visitor) throws Exception {
    var answer = visitor.tokens(house.reader, code(visitor, house.reader, CALLBACK), CALLBACK);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer.body()).path("access_token").asString();
  }

  void expire(String what, String value) {
    house
        .node
        .database()
        .jdbc()
        .sql(
            """
            update signin_authorization set %1$s_issued_at = now() - interval '2 days',
              %1$s_expires_at = now() - interval '1 second' where %1$s_digest = :digest
            """
                .formatted(what))
        .param("digest", Tokens.digest(value))
        .update();
  }
}
