package org.rollbook.hub.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.hub.clever.ApiClient.Answer;
import org.rollbook.registry.intake.DistrictKey;
import tools.jackson.databind.JsonNode;

/** Every address of Clever's specification, answered over HTTP and held against it. */
@ExtendWith(CleverHouse.Open.class)
final class CleverContractTest {
  private static final Share EVERYBODY =
      new Share(new Selection.WholeDistrict(), true, List.of(), new TreeSet<>());
  private static final Set<String> OF_V3_1 =
      Set.of(
          "frl_status",
          "iep_status",
          "gifted_status",
          "section_504_status",
          "disability",
          "home_language",
          "home_language_code",
          "preferred_name",
          "lms_status",
          "lms_state",
          "lms_type",
          "last_attendance_sync");

  private final CleverHouse house;
  private CleverSpecification specification;
  private DistrictKey district;
  private ApiClient app;

  CleverContractTest(CleverHouse house) {
    this.house = house;
  }

  @BeforeEach
  void aDistrictWithEverythingOdd() throws IOException {
    specification = CleverSpecification.read("clever-v3.1.yml");
    district = house.newDistrict(new Town());
    app = house.share(house.newApp(), district, EVERYBODY);
  }

  /** The paths with an id for each record that there is. */
  private Stream<String> addresses(String path) {
    if (!path.contains("{id}")) {
      return Stream.of(path);
    }
    String type = path.substring(1, path.indexOf('/', 1));
    return app.walk("/v3.1/" + type + "?limit=10000").stream()
        .map(object -> path.replace("{id}", object.path("id").stringValue()));
  }

  private List<String> faults(String path, Answer answer, CleverSpecification held) {
    if (answer.status() == 404) {
      // A section without course or term has none to show.
      return path.matches("/sections/.*/(course|term)")
          ? List.of()
          : List.of(path + " is not found");
    }
    assertThat(answer.status()).as(path).isEqualTo(200);
    String definition = held.answerOf(path.replaceAll("/[0-9a-f]{24}", "/{id}"));
    return held.faults(answer.json(), definition).stream()
        .map(fault -> path + ": " + fault)
        .toList();
  }

  @Test
  void every_address_answers_as_the_specification_says() {
    var faults = new ArrayList<String>();
    for (String path : specification.paths()) {
      addresses(path)
          .forEach(at -> faults.addAll(faults(at, app.get("/v3.1" + at), specification)));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void every_record_is_found_at_its_uri_and_is_the_same_there() {
    for (String type : List.of("districts", "schools", "terms", "courses", "users", "sections")) {
      JsonNode list = app.get("/v3.1/" + type).json();
      assertThat(list.path("data").size()).as(type).isPositive();
      for (JsonNode item : list.path("data")) {
        Answer one = app.get(item.path("uri").stringValue());
        assertThat(one.json().path("data")).isEqualTo(item.path("data"));
        assertThat(one.link("self")).contains(item.path("uri").stringValue());
      }
    }
  }

  @Test
  void v3_0_knows_no_field_of_v3_1_and_has_all_others() {
    for (String type : List.of("districts", "schools", "terms", "courses", "users", "sections")) {
      List<JsonNode> older = app.walk("/v3.0/" + type);
      List<JsonNode> newer = app.walk("/v3.1/" + type);
      assertThat(older).hasSameSizeAs(newer);
      for (int i = 0; i < older.size(); i++) {
        assertThat(fields(older.get(i))).as(type).doesNotContainAnyElementsOf(OF_V3_1);
        var expected = fields(newer.get(i));
        expected.removeAll(OF_V3_1);
        assertThat(fields(older.get(i))).as(type).isEqualTo(expected);
      }
    }
    assertThat(fields(app.get("/v3.1/users").json())).contains("frl_status", "home_language");
    assertThat(app.get("/v3.0/users").text()).doesNotContain("/v3.1/");
  }

  /** Names of all fields; those inside a field that only v3.1 has count as that field. */
  private static Set<String> fields(JsonNode node) {
    var names = new TreeSet<String>();
    node.propertyNames()
        .forEach(name -> {
          names.add(name);
          if (!OF_V3_1.contains(name)) {
            names.addAll(fields(node.path(name)));
          }
        });
    if (node.isArray()) {
      node.forEach(item -> names.addAll(fields(item)));
    }
    return names;
  }

  @Test
  void H6_fields_that_an_app_did_not_ask_for_are_not_sent_and_all_else_is_as_specified() {
    var modest = house.share(house.newApp(false), district, EVERYBODY);
    var held =
        specification.withheld(
            "dob",
            "gender",
            "race",
            "hispanic_ethnicity",
            "ell_status",
            "frl_status",
            "gifted_status",
            "section_504_status",
            "graduation_year",
            "home_language",
            "home_language_code");
    Answer users = modest.get("/v3.1/users");
    assertThat(held.faults(users.json(), "UsersResponse")).isEmpty();
    JsonNode student = modest.get("/v3.1/users/" + modest.student("s1")).json().path("data");
    assertThat(student.has("email")).isFalse();
    assertThat(student.at("/roles/student").has("dob")).isFalse();
    assertThat(student.at("/roles/student/sis_id").stringValue()).isEqualTo("s1");
    assertThat(users.text())
        .contains("t1@town.example")
        .doesNotContain("s1@town.example", "Mo One");
  }

  @Test
  void what_rollbook_has_none_of_is_empty_or_unsupported() {
    assertThat(app.get("/v3.1/resources").json().path("data").size()).isZero();
    assertThat(app.get("/v3.1/resources/" + "0".repeat(23) + "1").status()).isEqualTo(404);
    String section = app.section("c1");
    for (String path :
        List.of("/attendance/sections/" + section, "/sections/" + section + "/assignments")) {
      Answer answer = app.get("/v3.1" + path);
      assertThat(answer.status()).as(path).isEqualTo(501);
      assertThat(answer.json().path("message").isString()).isTrue();
    }
  }
}
