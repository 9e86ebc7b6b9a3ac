package org.rollbook.hub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RollbookServerTest {
  private final FakeSource source = new FakeSource();
  private final HttpClient client = HttpClient.newHttpClient();
  private RollbookServer server;
  private Browser browser;

  @BeforeEach
  void start() {
    server = RollbookServer.start(ServerSettings.onThisMachine(0), source);
    browser = new Browser(client, server.port());
  }

  @AfterEach
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void healthSaysUp() throws Exception {
    HttpResponse<String> health = browser.get("/health");

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(health.body())
        .matches("\\{\"status\":\"up\",\"database\":\"up\",\"version\":\"[0-9][^\"]*\"}");
  }

  @Test
  void healthSaysDownWhenTheDatabaseIsAway() throws Exception {
    source.databaseIsAway();

    HttpResponse<String> health = browser.get("/health");

    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(health.body()).startsWith("{\"status\":\"down\",\"database\":\"down\",");
  }

  @Test
  void troubleOfTheSourceLeaksNowhere() throws Exception {
    source.throwsSecrets();

    assertThat(browser.get("/health").statusCode()).isEqualTo(503);
    assertThat(browser.get("/").statusCode()).isEqualTo(503);
    assertThat(browser.get("/").body())
        .contains("The status is not known now", "./rollbook doctor");
    assertThat(browser.get("/metrics").body()).contains("rollbook_status_known 0.0");
    for (String path : List.of("/health", "/", "/status-part", "/metrics")) {
      assertThat(browser.get(path).body())
          .as(path)
          .doesNotContain("hunter2", "IllegalState", "org.rollbook");
    }
  }

  @Test
  void aNewInstallationIsToldWhatToDoFirst() throws Exception {
    HttpResponse<String> page = browser.get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains("There is no district yet", "./rollbook import --district ID PATH")
        .doesNotContain("Waits for a person", "<table");
  }

  @Test
  void whatIsHeldIsShownWithTheCommandsThatDecide() throws Exception {
    source.becomes(Samples.busy());

    assertThat(browser.get("/").body())
        .contains("Snapshot 42 of springfield is held")
        .contains("students would be deleted: 1,300 of 6,012")
        .contains("./rollbook approve 42", "./rollbook discard 42")
        .contains("Run r12 to Google Classroom (c1) is held")
        .contains("./rollbook approve r12", "./rollbook discard r12")
        .contains("Google does not answer.", "./rollbook sync c2");
  }

  @Test
  void G3_whoeverWaitsForAnAccountAndWhatCannotWorkIsShown() throws Exception {
    source.becomes(Samples.busy());

    assertThat(browser.get("/").body())
        .contains("17 people of springfield wait for an account (c1)", "./rollbook plan --all c1")
        .contains("Google Classroom of ogdenville (c3) could not be used")
        .contains("admin@d.example is no administrator.", "./rollbook doctor")
        .doesNotContain("Nothing waits for a person", "of shelbyville wait");
  }

  @Test
  void districtsAndConnectionsAreShownInCounts() throws Exception {
    source.becomes(Samples.busy());

    assertThat(browser.get("/").body())
        .contains("6,012 students", "3 set aside", "1,300 deleted", "not applied")
        .contains("31 students are kept as before: line 17 of students.csv could not be read.")
        .contains("3 <code>MISSING_VALUE</code>")
        .contains("./rollbook import --district ogdenville PATH", "./rollbook plan c3")
        .contains("datetime=\"2026-09-14T06:30:00Z\"", "1,190");
  }

  @Test
  void namesAreEscaped() throws Exception {
    source.becomes(Samples.district("<script>alert(1)</script>"));

    assertThat(browser.get("/").body())
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .doesNotContain("<script>alert");
  }

  @Test
  void anOpenPageIsOnlyTouchedWhenSomethingChanged() throws Exception {
    source.becomes(Samples.busy());
    String again = refreshAddress(browser.get("/").body());

    HttpResponse<String> same = browser.get(again);
    assertThat(same.headers().firstValue("HX-Reswap")).contains("none");
    assertThat(same.body()).contains("hx-swap-oob=\"true\"").doesNotContain("springfield");

    source.becomes(Samples.district("springfield"));
    HttpResponse<String> other = browser.get(again);
    assertThat(other.headers().firstValue("HX-Reswap")).isEmpty();
    assertThat(other.body())
        .contains("springfield", "hx-swap-oob=\"true\"")
        .doesNotContain("<html");
    assertThat(refreshAddress(other.body())).isNotEqualTo(again);
  }

  private static String refreshAddress(String html) {
    Matcher address = Pattern.compile("hx-get=\"([^\"]+)\"").matcher(html);
    assertThat(address.find()).isTrue();
    return address.group(1);
  }

  @Test
  void everyAnswerCarriesTheSecurityHeadersAndNoCookie() throws Exception {
    for (String path : List.of("/", "/health", "/metrics", "/assets/pico.css", "/nowhere")) {
      var headers = browser.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy")).as(path).isPresent();
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
      assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
      assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("no-referrer");
      assertThat(headers.firstValue("Set-Cookie")).as(path).isEmpty();
    }
  }

  @Test
  void allThatThePageRefersToIsThere() throws Exception {
    String page = browser.get("/").body();
    List<String> references =
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();

    assertThat(references).hasSizeGreaterThan(3).allMatch(path -> path.startsWith("/"));
    for (String path : references) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void metricsAreWhatPrometheusReads() throws Exception {
    source.becomes(Samples.busy());

    HttpResponse<String> metrics = browser.get("/metrics");

    assertThat(metrics.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(metrics.body().lines().filter(line -> !line.startsWith("#")))
        .allMatch(line -> line.matches("[a-z0-9_]+(\\{.*})? -?([0-9.E-]+|NaN)"))
        .contains("rollbook_snapshots_held 1.0", "rollbook_runs_held 1.0")
        .contains("rollbook_runs_incomplete 1.0", "rollbook_status_known 1.0")
        .contains("rollbook_people_waiting{connection=\"c1\",district=\"springfield\"} 17.0")
        .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));
  }

  @Test
  void connectionsThatAreGoneLeaveTheMetrics() throws Exception {
    source.becomes(Samples.busy());
    assertThat(browser.get("/metrics").body()).contains("connection=\"c1\"");

    source.becomes(Samples.EMPTY);
    assertThat(browser.get("/metrics").body()).doesNotContain("connection=\"c1\"");
  }

  @Test
  void whatIsNotThereIsAPageToo() throws Exception {
    HttpResponse<String> nowhere = browser.get("/assets/../logback.xml");

    assertThat(nowhere.statusCode()).isEqualTo(404);
    assertThat(nowhere.body()).contains("No such page", "href=\"/\"").doesNotContain("Tomcat");
  }

  @Test
  void requestsThatCannotBeAreRefusedQuietly() throws Exception {
    HttpResponse<String> post = browser.post("/");
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow")).isPresent();

    HttpResponse<String> broken = browser.get("/%2e%2e%5c%00");
    assertThat(broken.statusCode()).isBetween(400, 404);
    assertThat(broken.body()).doesNotContain("Exception", "Tomcat/");
  }
}
