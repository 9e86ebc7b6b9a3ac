package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.rollbook.emulator.calls.ApiMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The methods that are served are those of the public discovery document. */
class DiscoveryTest {
  private static List<JsonNode> methods(JsonNode at) {
    List<JsonNode> methods = new ArrayList<>();
    at.path("methods").forEach(methods::add);
    at.path("resources").forEach(resource -> methods.addAll(methods(resource)));
    return methods;
  }

  @Test
  void every_method_has_the_address_scopes_and_parameters_of_the_discovery_document() {
    assumeTrue(
        DiscoveryCheck.available(),
        "No discovery documents: set ROLLBOOK_REFERENCE to the folder that has data/");
    List<JsonNode> published = methods(DiscoveryCheck.classroom().orElseThrow());
    published.addAll(methods(DiscoveryCheck.directory().orElseThrow()));
    for (ApiMethod method : ApiMethod.values()) {
      String id = method.directory() ? method.id() : "classroom." + method.id();
      JsonNode found =
          published.stream()
              .filter(each -> each.path("id").asString("").equals(id))
              .findFirst()
              .orElseThrow(() -> new AssertionError("Not published: " + id));
      String path = found.path("path").asString().replaceAll("\\{\\w+}", "{}");
      assertThat(String.join("/", method.template()).replaceAll("\\{\\w+}", "{}")).isEqualTo(path);
      assertThat(found.path("httpMethod").asString()).isEqualTo(method.verb().name());
      assertThat(queryOf(found)).as(id).isEqualTo(new TreeSet<>(method.parameters()));
      assertThat(scopesOf(found)).as(id).isEqualTo(new TreeSet<>(method.scopes()));
    }
  }

  @Test
  void an_answer_that_is_not_of_the_discovery_document_is_noticed() {
    assumeTrue(
        DiscoveryCheck.available(),
        "No discovery documents: set ROLLBOOK_REFERENCE to the folder that has data/");
    for (String wrong :
        List.of("{\"colour\":1}", "{\"courseState\":\"OPEN\"}", "{\"creationTime\":\"now\"}")) {
      World.Answer answer = new World.Answer(200, JsonMapper.builder().build().readTree(wrong));
      assertThatThrownBy(() -> DiscoveryCheck.check("GET", "/v1/courses/1", answer))
          .isInstanceOf(AssertionError.class);
    }
  }

  private static Set<String> queryOf(JsonNode method) {
    Set<String> names = new TreeSet<>();
    method
        .path("parameters")
        .properties()
        .forEach(entry -> {
          if (entry.getValue().path("location").asString("").equals("query")) {
            names.add(entry.getKey());
          }
        });
    return names;
  }

  private static Set<String> scopesOf(JsonNode method) {
    Set<String> scopes = new TreeSet<>();
    method.path("scopes").forEach(scope -> scopes.add(scope.asString()));
    return scopes;
  }

  @Test
  void every_roster_method_is_served() {
    assumeTrue(
        DiscoveryCheck.available(),
        "No discovery documents: set ROLLBOOK_REFERENCE to the folder that has data/");
    Set<String> served = new TreeSet<>();
    for (ApiMethod method : ApiMethod.values()) {
      served.add("classroom." + method.id());
    }
    for (JsonNode method : methods(DiscoveryCheck.classroom().orElseThrow())) {
      String id = method.path("id").asString("");
      if (id.matches(
              "classroom\\.(courses\\.(\\w+|aliases\\.\\w+|students\\.\\w+|teachers\\.\\w+)"
                  + "|invitations\\.\\w+|registrations\\.\\w+|userProfiles\\.get)")
          && !id.matches(".*(GradingPeriod|checkAddOn|AddOn).*")) {
        assertThat(served).contains(id);
      }
    }
  }
}
