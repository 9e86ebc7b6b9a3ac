package org.rollbook.app;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.app.console.ExitCode;
import org.rollbook.sources.generator.District;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratorSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From files to an app that reads what it may see, through nothing but commands and HTTP. */
@ExtendWith(SharedHome.class)
class SharingCommandsTest {
  private static final String EVENTS = "/v3.1/events?limit=10000";
  private static final AtomicInteger COUNT = new AtomicInteger();

  @TempDir private Path folder = Path.of("");

  private final String name = "shared" + COUNT.incrementAndGet();
  private final District district = new DistrictGenerator(GeneratorSettings.of(200, 11)).first();
  private final HttpClient http = HttpClient.newHttpClient();
  private final TypedCommands rollbook;
  private final ServedHome served;

  SharingCommandsTest(TypedCommands rollbook, ServedHome served) {
    this.rollbook = rollbook;
    this.served = served;
  }

  @BeforeEach
  void districtWithFiles() throws IOException {
    var files = folder.resolve("files");
    district.writeCleverCsv(files);
    rollbook.succeeds("import", "--district", name, files);
  }

  @Test
  void H6_an_app_reads_the_district_that_was_shared_with_it_and_nothing_after() throws Exception {
    addApp();
    var token = share("--all").path("token").asString();
    assertThat(count(token, "students")).isEqualTo(district.size().students());
    assertThat(get(token, "/v3.1/sections?limit=1").statusCode()).isEqualTo(200);

    rollbook.succeeds("unshare", app(), "--district", name);
    assertThat(get(token, "/v3.1/sections").statusCode()).isEqualTo(401);
  }

  @Test
  void H6_a_contact_and_a_user_name_of_5000_letters_keep_nobody_from_being_shared()
      throws Exception {
    addApp();
    var token = share("--all").path("token").asString();
    var files = folder.resolve("files");
    var students = new ArrayList<>(Files.readAllLines(files.resolve("students.csv")));
    var columns = List.of(students.getFirst().split(",", -1));
    var row = students.getLast().split(",", -1);
    assertThat(row).hasSameSizeAs(columns);
    // Without any of these a contact is known by the name.
    for (var column : List.of("Contact_sis_id", "Contact_email", "Contact_phone")) {
      row[columns.indexOf(column)] = "";
    }
    row[columns.indexOf("Contact_name")] = letters(1);
    row[columns.indexOf("Username")] = letters(2);
    students.set(students.size() - 1, String.join(",", row));
    Files.write(files.resolve("students.csv"), students);

    var report = rollbook.succeeds("import", "--district", name, files, "--json").json();
    assertThat(report.path("status").asString()).isEqualTo("applied");
    assertThat(report.path("findings")).isEmpty();
    assertThat(get(token, "/v3.1/users?role=contact&limit=10000").body()).contains(letters(1));
    assertThat(get(token, "/v3.1/users?role=student&limit=10000").body()).contains(letters(2));
  }

  /** At random: the database makes little of letters that repeat themselves. */
  private static String letters(long seed) {
    var letters = new StringBuilder();
    new Random(seed).ints(5_000, 'a', 'z' + 1).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  @Test
  void H6_a_preview_says_who_would_appear_and_changes_nothing() throws Exception {
    addApp();
    var preview = share("--all", "--preview");
    assertThat(preview.at("/counts/students/appear").asLong())
        .isEqualTo(district.size().students());
    assertThat(rollbook.succeeds("app", "tokens", app(), "--json").json()).isEmpty();

    share("--all");
    var less = share("--rule", "section.subject is math", "--preview");
    assertThat(less.at("/counts/sections/disappear").asLong()).isPositive();
    assertThat(less.at("/counts/sections/appear").asLong()).isZero();
  }

  @Test
  void H6_a_section_that_is_named_is_shared_with_its_people_and_no_other() throws Exception {
    addApp();
    var all = share("--all").path("token").asString();
    var section = data(all, "/v3.1/sections?limit=1").get(0).path("data");
    var token = share("--sections", section.path("sis_id").asString()).path("token").asString();
    assertThat(data(token, "/v3.1/sections?limit=10")).hasSize(1);
    assertThat(count(token, "students")).isEqualTo(section.path("students").size());
  }

  @Test
  void what_cannot_be_shared_is_refused_with_what_to_do() {
    addApp();
    var twice = rollbook.type("share", app(), "--district", name, "--all", "--schools", "1");
    assertThat(twice.exit()).isEqualTo(ExitCode.USAGE);
    var unknown = rollbook.type("share", app(), "--district", name, "--schools", "nowhere");
    assertThat(unknown.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(unknown.err()).contains("nowhere");
    var rule = rollbook.type("share", app(), "--district", name, "--rule", "section.colour is red");
    assertThat(rule.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(rule.err()).contains("colour").contains("subject");
    var nobody = rollbook.type("share", "no such app", "--district", name, "--all");
    assertThat(nobody.exit()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void an_apps_own_credentials_show_its_tokens_and_a_rotated_one_is_void() throws Exception {
    var registered = addApp();
    var token = share("--all").path("token").asString();
    var basic =
        registered.path("clientId").asString() + ":" + registered.path("clientSecret").asString();
    var listed =
        http.send(
            HttpRequest.newBuilder(served.address("/oauth/tokens?owner_type=district"))
                .header(
                    "Authorization",
                    "Basic "
                        + Base64.getEncoder()
                            .encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .build(),
            ofString());
    assertThat(json(listed.body()).at("/data/0/access_token").asString()).isEqualTo(token);
    rollbook.succeeds("app", "tokens", app(), "--rotate", name);
    assertThat(get(token, "/v3.1/schools").statusCode()).isEqualTo(401);
  }

  @Test
  void H1_a_district_is_pulled_from_a_hub_and_the_same_again_is_unchanged() throws Exception {
    addApp();
    var token = share("--all", "--staff").path("token").asString();
    var file = Files.writeString(folder.resolve("token"), token);
    var pull =
        new Object[] {
          "pull",
          "clever",
          "--district",
          name + "-pulled",
          "--api-url",
          served.address("/"),
          "--token-file",
          file,
          "--json"
        };
    var first = rollbook.succeeds(pull).json();
    assertThat(first.path("status").asString()).isEqualTo("applied");
    assertThat(first.at("/records/students/accepted").asLong())
        .isEqualTo(district.size().students());
    assertThat(rollbook.succeeds(pull).json().path("status").asString()).isEqualTo("unchanged");
    var inWords = rollbook.succeeds(Arrays.copyOf(pull, pull.length - 1)).out();
    assertThat(inWords).contains(" of " + name + "-pulled: unchanged.");

    rollbook.succeeds("unshare", app(), "--district", name);
    assertThat(rollbook.type(pull).exit()).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void H2_a_roster_is_taken_also_when_apps_cannot_be_told_of_it_yet() throws Exception {
    addApp();
    var token = share("--all").path("token").asString();
    var next = folder.resolve("next");
    district.nextDay().writeCleverCsv(next);
    long before = data(token, EVENTS).size();
    var jdbc = served.node().database().jdbc();
    int number =
        jdbc.sql("select id from district where key = :key")
            .param("key", name)
            .query(Integer.class)
            .single();
    jdbc.sql(
            "alter table share_event add constraint broken check (district_id <> %d) not valid"
                .formatted(number))
        .update();
    try {
      var answer = rollbook.succeeds("import", "--district", name, next, "--json");
      assertThat(answer.json().path("status").asString()).isEqualTo("applied");
      assertThat(answer.err()).contains("The roster is taken, but apps do not see it yet");
      assertThat(data(token, EVENTS)).hasSize((int) before);
    } finally {
      jdbc.sql("alter table share_event drop constraint broken").update();
    }
    rollbook.succeeds("import", "--district", name, next);
    assertThat((long) data(token, EVENTS).size()).isGreaterThan(before);
  }

  @Test
  void somebody_is_invited_by_e_mail() throws Exception {
    addApp();
    share("--all");
    var email = district.accounts().findFirst().orElseThrow().email();
    var invited = rollbook.succeeds("invite", "--district", name, email, "--json").json();
    assertThat(invited.get(0).path("code").asString()).isNotBlank();
    assertThat(rollbook.type("invite", "--district", name, "nobody@x.example").exit())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void all_teachers_are_invited_by_a_file_that_only_its_owner_reads() throws Exception {
    addApp();
    share("--all");
    var file = folder.resolve("invitations.csv");
    var invite =
        new Object[] {"invite", "--district", name, "--all-teachers", "--file", file, "--json"};
    var answer = rollbook.succeeds(invite);
    var lines = Files.readAllLines(file);
    assertThat(lines).hasSize((int) district.size().teachers() + 1);
    assertThat(lines).allMatch(line -> line.split("\",\"", -1).length == 6);
    assertThat(answer.json().path("invited").asInt()).isEqualTo(lines.size() - 1);
    assertThat(answer.out() + answer.err()).doesNotContain("code=");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(rollbook.type(invite).exit()).isEqualTo(ExitCode.USAGE);
    assertThat(Files.readAllLines(file)).isEqualTo(lines);

    invite[5] = folder.resolve("second.csv");
    assertThat(rollbook.succeeds(invite).json().path("alreadyInvited").asInt())
        .isEqualTo(lines.size() - 1);
    var nowhere = rollbook.type("invite", "--district", name, "--school", "none", "--file", "x");
    assertThat(nowhere.exit()).isEqualTo(ExitCode.USAGE);
    assertThat(rollbook.type("invite", "--district", name, "--all-teachers").exit())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void an_app_for_sign_in_only_had_no_token_to_lose() {
    rollbook.succeeds("app", "add", app(), "--redirect", "https://app.example/", "--login-only");
    rollbook.succeeds("share", app(), "--district", name, "--all");
    assertThat(rollbook.succeeds("unshare", app(), "--district", name).out())
        .contains("nobody signs in to it")
        .doesNotContain("token");
  }

  private String app() {
    return "App of " + name;
  }

  private JsonNode addApp() {
    return rollbook
        .succeeds("app", "add", app(), "--redirect", "https://app.example/callback", "--json")
        .json();
  }

  private JsonNode share(String... what) {
    var typed = new ArrayList<Object>();
    typed.addAll(List.of("share", app(), "--district", name, "--json"));
    typed.addAll(List.of(what));
    return rollbook.succeeds(typed.toArray()).json();
  }

  private HttpResponse<String> get(String token, String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(served.address(path))
            .header("Authorization", "Bearer " + token)
            .build(),
        ofString());
  }

  private JsonNode data(String token, String path) throws Exception {
    var answer = get(token, path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer.body()).path("data");
  }

  private long count(String token, String people) throws Exception {
    var role = people.substring(0, people.length() - 1);
    return data(token, "/v3.1/users?limit=10000&role=" + role).size();
  }

  private static JsonNode json(String body) {
    return JsonMapper.shared().readTree(body);
  }
}
