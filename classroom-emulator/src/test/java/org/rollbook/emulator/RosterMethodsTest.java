package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollbook.emulator.calls.ApiMethod;
import tools.jackson.databind.JsonNode;

/** Every method on the list of roster methods, called once with success. */
class RosterMethodsTest {
  private static final String ABSENT =
      "No data/classroom-roster-methods.json: set ROLLBOOK_REFERENCE to the folder that has data/";
  private World world;
  private String id = "";

  @BeforeEach
  void start() {
    world = World.start();
    assumeTrue(DiscoveryCheck.available() && DiscoveryCheck.rosterMethods().isPresent(), ABSENT);
    id = world.course("ACTIVE");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static JsonNode listed() {
    return DiscoveryCheck.rosterMethods().orElseThrow();
  }

  @Test
  void every_roster_method_is_called_and_its_reply_is_of_the_discovery_document() {
    courses();
    aliases();
    members("teachers", World.STRANGER, 3);
    members("students", World.STRANGER, 2);
    invitations();
    registrations();
    assertThat(called("GET", "/v1/userProfiles/me", "").text("/emailAddress"))
        .isEqualTo(World.ADMIN);
    Set<String> left = new TreeSet<>();
    listed().forEach(method -> left.add(method.path("id").asString()));
    assertThat(left).isNotEmpty();
    left.removeAll(world.checked());
    assertThat(left).as("listed, but not called with a checked reply").isEmpty();
  }

  private World.Answer called(String verb, String path, String body) {
    World.Answer answer = world.call(World.ADMIN, verb, path, body);
    assertThat(answer.code()).as(verb + " " + path + ": " + answer.json()).isEqualTo(200);
    return answer;
  }

  private void gone(String path) {
    assertThat(called("DELETE", path, "").json().isEmpty()).isTrue();
    assertThat(world.get(World.ADMIN, path).status()).isEqualTo("NOT_FOUND");
  }

  private void courses() {
    String body = World.json("name", "Art", "ownerId", World.OWNER, "section", "P1");
    String made = called("POST", "/v1/courses", body).text("/id");
    String path = "/v1/courses/" + made;
    assertThat(called("GET", path, "").text("/section")).isEqualTo("P1");
    String list = "/v1/courses?courseStates=PROVISIONED&teacherId=" + World.OWNER;
    assertThat(called("GET", list + "&pageSize=5", "").text("/courses/0/id")).isEqualTo(made);
    String renamed = World.json("name", "Arts");
    assertThat(called("PATCH", path + "?updateMask=name", renamed).text("/name")).isEqualTo("Arts");
    String whole = World.json("name", "Music", "courseState", "DECLINED");
    assertThat(called("PUT", path, whole).text("/courseState")).isEqualTo("DECLINED");
    gone(path);
  }

  private void aliases() {
    String path = "/v1/courses/" + id + "/aliases";
    String alias = "d:biology-1";
    assertThat(called("POST", path, World.json("alias", alias)).text("/alias")).isEqualTo(alias);
    assertThat(called("GET", path + "?pageSize=5", "").text("/aliases/0/alias")).isEqualTo(alias);
    assertThat(called("DELETE", path + "/" + alias, "").json().isEmpty()).isTrue();
    assertThat(called("GET", path, "").json().isEmpty()).isTrue();
  }

  /** Adds one member to those that the class has, and removes them again. */
  private void members(String role, String person, int then) {
    String path = "/v1/courses/" + id + "/" + role;
    String user = world.userId(person);
    assertThat(called("POST", path, World.json("userId", person)).text("/userId")).isEqualTo(user);
    assertThat(called("GET", path + "/" + user, "").text("/profile/emailAddress"))
        .isEqualTo(person);
    assertThat(called("GET", path + "?pageSize=30", "").json().path(role)).hasSize(then);
    gone(path + "/" + user);
    assertThat(called("GET", path, "").json().path(role)).hasSize(then - 1);
  }

  private void invitations() {
    String list = "/v1/invitations?courseId=" + id;
    World.Answer made = invited();
    String path = "/v1/invitations/" + made.text("/id");
    assertThat(called("GET", path, "").json()).isEqualTo(made.json());
    assertThat(called("GET", list, "").json().path("invitations")).containsExactly(made.json());
    gone(path);
    assertThat(called("GET", list, "").json().isEmpty()).isTrue();
    String accept = "/v1/invitations/" + invited().text("/id") + ":accept";
    assertThat(world.post(World.STRANGER, accept, "").json().isEmpty()).isTrue();
    assertThat(world.get(World.STRANGER, "/v1/courses/" + id).code()).isEqualTo(200);
  }

  private World.Answer invited() {
    String body = World.json("userId", World.STRANGER, "courseId", id, "role", "TEACHER");
    return called("POST", "/v1/invitations", body);
  }

  private void registrations() {
    String body =
        "{\"feed\":{\"feedType\":\"DOMAIN_ROSTER_CHANGES\"},"
            + "\"cloudPubsubTopic\":{\"topicName\":\"projects/p/topics/t\"}}";
    World.Answer made = called("POST", "/v1/registrations", body);
    String path = "/v1/registrations/" + made.text("/registrationId");
    assertThat(called("DELETE", path, "").json().isEmpty()).isTrue();
    assertThat(world.call(World.ADMIN, "DELETE", path, "").status()).isEqualTo("NOT_FOUND");
  }

  @Test
  void every_roster_method_has_the_address_scopes_and_parameters_that_are_listed() {
    for (JsonNode method : listed()) {
      ApiMethod served = served(method.path("id").asString());
      String path = "/" + String.join("/", served.template());
      assertThat(served.verb().name()).isEqualTo(method.path("http").asString());
      assertThat(unnamed(path)).isEqualTo(unnamed(method.path("path").asString()));
      assertThat(served.parameters())
          .as(served.id())
          .containsExactlyInAnyOrderElementsOf(texts(method.path("query"), ""));
      assertThat(served.scopes())
          .as(served.id())
          .containsExactlyInAnyOrderElementsOf(
              texts(method.path("scopes"), "https://www.googleapis.com/auth/"));
    }
  }

  private static ApiMethod served(String id) {
    for (ApiMethod method : ApiMethod.values()) {
      if (method.id().equals(id)) {
        return method;
      }
    }
    throw new AssertionError("Not served: " + id);
  }

  private static String unnamed(String path) {
    return path.replaceAll("\\{\\w+}", "{}");
  }

  private static Set<String> texts(JsonNode array, String before) {
    Set<String> texts = new TreeSet<>();
    array.forEach(text -> texts.add(before + text.asString()));
    return texts;
  }
}
