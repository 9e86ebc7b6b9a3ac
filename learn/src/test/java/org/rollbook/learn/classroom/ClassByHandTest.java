package org.rollbook.learn.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.clever.StandInDistrict;
import org.rollbook.learn.server.LearnHouse;
import org.rollbook.learn.server.LearnVisitor;

/** Classes that teachers make by hand, and students who join them, through the pages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassByHandTest {
  private final LearnHouse house = new LearnHouse();
  private final StandInDistrict district = house.district();
  private LearnVisitor ada = house.visitor();
  private LearnVisitor eve = house.visitor();
  private LearnVisitor ben = house.visitor();

  @BeforeAll
  void people() {
    ada = house.signedInAs(district.teacher("Ada", "Ng"));
    eve = house.signedInAs(district.teacher("Eve", "Moss"));
    ben = house.signedInAs(district.student("Ben", "Olsen"));
  }

  @AfterAll
  void close() {
    house.close();
  }

  /** Makes a class and says where its page is. */
  private static String made(LearnVisitor teacher, String name) {
    teacher.get("/classes/new");
    return path(teacher.post("/classes", Map.of("name", name)));
  }

  private static String path(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(303);
    return response.headers().firstValue("Location").orElseThrow();
  }

  private static String code(LearnVisitor teacher, String path) {
    return found("<p class=\"big\"[^>]*>([^<]+)</p>", teacher.get(path).body());
  }

  private static String found(String pattern, String body) {
    var found = Pattern.compile(pattern).matcher(body);
    assertThat(found.find()).as(body).isTrue();
    return found.group(1);
  }

  private static HttpResponse<String> join(LearnVisitor student, String code) {
    student.get("/classes");
    return student.post("/classes/join", Map.of("code", code));
  }

  @Test
  void aClassMadeByHandIsListedAsSuchAndHasACode() {
    String path = made(ada, "Chess club");

    String list = ada.get("/classes").body();
    assertThat(list).contains("Chess club").contains("By hand").contains("No students yet");
    assertThat(code(ada, path)).matches("[2-9A-Z]{8}");
  }

  @Test
  void aClassWithoutANameIsNotMadeAndTheFormSaysWhy() {
    ada.get("/classes/new");

    var answer = ada.post("/classes", Map.of("name", "  "));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Type a name for the class.")
        .contains("aria-invalid=\"true\"")
        .contains("aria-describedby=\"name-error\"");
  }

  @Test
  void aClassIsRenamedArchivedAndBroughtBack() {
    String path = made(ada, "Choir");

    path(ada.post(path + "/name", Map.of("name", "Great choir")));
    path(ada.post(path + "/archive", Map.of()));
    String away = ada.get(path).body();
    var refused = ada.post(path + "/students/1/remove", Map.of());
    path(ada.post(path + "/restore", Map.of()));

    assertThat(away).contains("Great choir").contains("This class is archived.");
    assertThat(away).doesNotContain("Join code");
    assertThat(refused.statusCode()).isEqualTo(404);
    assertThat(ada.get(path).body()).contains("Join code").doesNotContain("is archived");
  }

  @Test
  void aStudentJoinsByCodeHoweverTheyTypeIt() {
    String path = made(ada, "Robots");
    String code = code(ada, path);

    var joined = join(ben, " " + code.toLowerCase(Locale.ROOT) + " ");

    assertThat(path(joined)).isEqualTo(path);
    assertThat(ben.get(path).body()).contains("Robots").contains("With Ada Ng");
    assertThat(ada.get(path).body()).contains("Ben Olsen");
  }

  @Test
  void aWrongCodeIsSaidBesideTheField() {
    var answer = join(ben, "NOSUCH");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("No class has this code now.")
        .contains("value=\"NOSUCH\"")
        .contains("id=\"code-error\"");
  }

  @Test
  void aFormerCodeLetsNobodyIn() {
    String path = made(ada, "Garden");
    String former = code(ada, path);

    path(ada.post(path + "/code", Map.of()));

    assertThat(code(ada, path)).isNotEqualTo(former);
    assertThat(join(ben, former).statusCode()).isEqualTo(422);
  }

  @Test
  void L9_aStudentWhoIsTakenOffSeesTheClassNoMoreUntilTheyArePutBack() {
    String path = made(ada, "Drama");
    join(ben, code(ada, path));
    String student = found(path + "/students/(\\d+)/remove", ada.get(path).body());

    path(ada.post(path + "/students/" + student + "/remove", Map.of()));

    assertThat(ben.get(path).statusCode()).isEqualTo(404);
    assertThat(ben.get("/classes").body()).doesNotContain("Drama");
    assertThat(ada.get(path).body()).contains("Former students").contains("Put back");

    path(ada.post(path + "/students/" + student + "/return", Map.of()));

    assertThat(ben.get(path).statusCode()).isEqualTo(200);
    assertThat(ben.get("/classes").body()).contains("Drama");
  }

  @Test
  void L9_anArchivedClassIsNotAmongTheStudents() {
    String path = made(ada, "Summer camp");
    join(ben, code(ada, path));

    path(ada.post(path + "/archive", Map.of()));

    assertThat(ben.get(path).statusCode()).isEqualTo(404);
    assertThat(ben.get("/classes").body()).doesNotContain("Summer camp");
  }

  @Test
  void anotherTeachersClassIsNotThere() {
    String path = made(ada, "Mine alone");

    for (String part : List.of("/archive", "/code", "/name", "/students/1/remove", "/restore")) {
      eve.get("/classes/new");
      var answer = eve.post(path + part, Map.of("name", "Taken"));
      assertThat(answer.statusCode()).as(part).isEqualTo(404);
    }
    assertThat(eve.get(path).statusCode()).isEqualTo(404);
    assertThat(ben.get(path).statusCode()).isEqualTo(404);
    assertThat(ada.get(path).body()).contains("Mine alone").doesNotContain("is archived");
  }

  @Test
  void anotherDistrictsClassIsNotThere() {
    String path = made(ada, "Testville's own");
    String code = code(ada, path);
    var elsewhere = house.clever().district("Otherton");
    var zoe = house.signedInAs(elsewhere, elsewhere.student("Zoe", "Park"));
    var max = house.signedInAs(elsewhere, elsewhere.teacher("Max", "Reed"));

    assertThat(max.get(path).statusCode()).isEqualTo(404);
    assertThat(join(zoe, code).statusCode()).isEqualTo(422);
    assertThat(max.get("/classes").body()).doesNotContain("Testville");
  }

  @Test
  void studentsMakeNoClasses() {
    assertThat(ben.get("/classes/new").statusCode()).isEqualTo(404);
    ben.get("/classes");
    assertThat(ben.post("/classes", Map.of("name", "Mine")).statusCode()).isEqualTo(404);
    assertThat(ben.post("/classes/import", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void aFormFromAnotherSiteDoesNothing() {
    String path = made(ada, "Safe");

    for (String target :
        List.of("/classes", path + "/archive", "/classes/import", "/classes/sync")) {
      var answer = ada.post(target, Map.of("_csrf", "guessed", "name", "Forged"));
      assertThat(answer.statusCode()).as(target).isEqualTo(403);
    }

    assertThat(ada.get("/classes").body()).doesNotContain("Forged");
    assertThat(ada.get(path).body()).doesNotContain("is archived");
  }

  @Test
  void whoTeachesAndAttendsSeesBoth() {
    var both = house.signedInAs(district.person("Kim", "Lee", "teacher", "student"));

    String page = both.get("/classes").body();

    assertThat(page)
        .contains("Made by hand")
        .contains("Classes you attend")
        .contains("Join a class");
  }

  @Test
  void aStudentWithoutClassesIsToldHowToGetOne() {
    var page = house.signedInAs(district.student("Una", "Vale")).get("/classes").body();

    assertThat(page).contains("You are in no class yet.").contains("Join code");
    assertThat(page).doesNotContain("Make a class").doesNotContain("Clever</button>");
  }

  @Test
  void namesAreTextAndNothingElse() {
    String path = made(ada, "<script>alert(1)</script> & \"friends\"");

    assertThat(ada.get(path).body())
        .doesNotContain("<script>alert")
        .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; ");
  }
}
