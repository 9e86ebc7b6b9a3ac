package org.rollbook.learn.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.classes.Classes;
import org.rollbook.learn.classes.Joining;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;

/**
 * The pages of teaching over HTTP, with people who really signed in. Every page that is looked at
 * is kept under target/teaching-pages.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeachingPagesTest {
  private static final Path KEPT = Path.of("target", "teaching-pages");

  private LearnHouse house;
  private Classes classes;
  private LearnVisitor teacher;
  private LearnVisitor student;
  private Person teacherPerson;
  private Person studentPerson;
  private long maths;
  private String code;

  @BeforeAll
  void open() {
    house = new LearnHouse();
    classes = new Classes(house.database(), new Random(5));
    var teacherId = house.district().teacher("Tara", "Ortiz");
    var studentId = house.district().student("Sol", "Nguyen");
    teacher = house.signedInAs(teacherId);
    student = house.signedInAs(studentId);
    teacherPerson = person(teacherId);
    studentPerson = person(studentId);
    var made = classes.make(teacherPerson, "Mathematics 6, period 2");
    maths = made.id().number();
    code = made.joinCode().orElseThrow();
    joins(studentPerson);
    keepAsset("pico.css");
    keepAsset("learn.css");
    keepAsset("learn.svg");
  }

  @AfterAll
  void close() {
    house.close();
  }

  private Person person(String cleverId) {
    return new People(house.database()).known(house.district().id(), cleverId).orElseThrow();
  }

  private void joins(Person person) {
    assertThat(classes.join(person, code)).isInstanceOf(Joining.Joined.class);
  }

  private void keepAsset(String name) {
    keep("assets/" + name, student.get("/assets/" + name).body());
  }

  private static void keep(String name, String text) {
    try {
      Files.createDirectories(KEPT.resolve("assets"));
      Files.writeString(KEPT.resolve(name), text);
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  /** Keeps a page so that it can be looked at without the server. */
  private static HttpResponse<String> seen(String name, int status, HttpResponse<String> page) {
    keep(name + ".html", page.body().replace("\"/assets/", "\"assets/"));
    assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
    return page;
  }

  private static Map<String, String> assignment(String title) {
    var fields = new HashMap<String, String>();
    fields.put("once", java.util.UUID.randomUUID().toString());
    fields.put("title", title);
    fields.put("instructions", "Work alone.\nA calculator is not needed.");
    fields.put("due", "2099-01-31");
    fields.put("q1-kind", "choice");
    fields.put("q1-prompt", "Which is the same as 1/2 + 1/4?");
    fields.put("q1-choice0", "2/6");
    fields.put("q1-choice1", "3/4");
    fields.put("q1-choice2", "1/8");
    fields.put("q1-choice3", "");
    fields.put("q1-right", "1");
    fields.put("q1-skill", "maths.fractions.add");
    fields.put("q2-kind", "number");
    fields.put("q2-prompt", "Write 25 % as a number between 0 and 1.");
    fields.put("q2-number", "0.25");
    fields.put("q2-tolerance", "0");
    fields.put("q2-skill", "maths.percent");
    fields.put("action", "publish");
    return fields;
  }

  private String published(String title) {
    return saved(maths, assignment(title));
  }

  private String draft(String title) {
    var fields = assignment(title);
    fields.put("action", "save");
    return saved(maths, fields);
  }

  private String saved(long classNumber, Map<String, String> fields) {
    var path = "/classes/%d/assignments/new".formatted(classNumber);
    teacher.get(path);
    var saved = teacher.post(path, fields);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    return saved.headers().firstValue("Location").orElseThrow();
  }

  private String deletionOf(String address) {
    return "/classes/%d%s/delete".formatted(maths, address);
  }

  private String hidden(HttpResponse<String> page, String name) {
    var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  private HttpResponse<String> answers(String address, String answer) {
    var page = student.get(address);
    return student.post(address, Map.of("question", hidden(page, "question"), "answer", answer));
  }

  @Test
  void aTeacherWritesAndAStudentAnswersAndBothSeeWhatCameOfIt() {
    seen("new", 200, teacher.get("/classes/%d/assignments/new".formatted(maths)));
    var address = published("Fractions and percent");
    seen("teacher-assignment", 200, teacher.get(address));

    seen("student-before", 200, student.get(address));
    seen("student-choice", 200, student.get(address + "/questions/1"));
    assertThat(answers(address + "/questions/1", "0").statusCode()).isEqualTo(303);
    assertThat(seen("student-wrong", 200, student.get(address + "/questions/1")).body())
        .contains("Not right", "3/4", "Next question");
    seen("student-halfway", 200, student.get(address));
    var unread = answers(address + "/questions/2", "a <quarter>");
    assertThat(seen("student-unread", 422, unread).body())
        .contains("value=\"a &lt;quarter>\"", "aria-invalid=\"true\"");
    assertThat(answers(address + "/questions/2", "1/4").statusCode()).isEqualTo(303);
    assertThat(seen("student-right", 200, student.get(address + "/questions/2")).body())
        .contains("✓ Right", "See your result");
    assertThat(seen("student-done", 200, student.get(address)).body())
        .contains("Done: 1 of 2 points");
    assertThat(seen("student-skills", 200, student.get("/mastery")).body())
        .contains("Percent", "Developing", "Beginning");
    assertThat(seen("teacher-answered", 200, teacher.get(address)).body())
        .contains("finished by 1");
    assertThat(seen("edit-fixed", 200, teacher.get(address + "/edit")).body())
        .contains("the questions stay as they are")
        .doesNotContain("q1-prompt");
  }

  @Test
  void badInputIsSaidBesideTheFieldAndNothingTypedIsLost() {
    var path = "/classes/%d/assignments/new".formatted(maths);
    teacher.get(path);
    var fields = assignment("");
    fields.put("q1-right", "");
    fields.put("q1-choice2", "3/4");
    fields.put("q2-number", "1,000");
    fields.put("q2-skill", "");
    var page = seen("errors", 422, teacher.post(path, fields)).body();
    assertThat(page)
        .contains("href=\"#title\"", "Give it a title.", "id=\"title-error\"")
        .contains("href=\"#q1-choice2\"", "This choice is there twice.")
        .contains("href=\"#q1-right0\"", "Mark the choice that is right.")
        .contains("href=\"#q2-number\"", "1,000 can be read in two ways")
        .contains("href=\"#q2-skill\"", "value=\"1,000\"")
        .contains("Work alone.\nA calculator is not needed.", "value=\"2099-01-31\"");
  }

  @Test
  void theFormsOwnButtonsAddAndRemoveWithoutSaving() {
    var path = "/classes/%d/assignments/new".formatted(maths);
    teacher.get(path);
    var fields = assignment("Half written");
    fields.put("action", "add-number");
    assertThat(teacher.post(path, fields).body()).contains("Question 3: number", "Half written");
    fields.put("action", "remove-0");
    assertThat(teacher.post(path, fields).body())
        .contains("Question 1: number")
        .doesNotContain("Question 2");
    fields.put("action", "more-0");
    assertThat(teacher.post(path, fields).body()).contains("q1-choice4").doesNotContain("choice5");
  }

  @Test
  void questionsChangePlacesWithAllThatIsTyped() {
    var path = "/classes/%d/assignments/new".formatted(maths);
    teacher.get(path);
    var fields = assignment("In another order");
    fields.put("action", "down-0");
    var page = seen("moved", 200, teacher.post(path, fields)).body();
    assertThat(page)
        .contains("Question 1: number", "Question 2: multiple choice")
        .contains("name=\"q1-number\" value=\"0.25\"", "name=\"q2-choice1\" value=\"3/4\"")
        .containsPattern("name=\"q2-right\" value=\"1\" checked")
        .containsPattern("value=\"up-1\" autofocus")
        .contains("value=\"down-0\"")
        .doesNotContain("value=\"up-0\"", "value=\"down-1\"");
    for (var nowhere : List.of("up-0", "down-1", "up-7", "remove-9")) {
      fields.put("action", nowhere);
      assertThat(teacher.post(path, fields).body())
          .as(nowhere)
          .contains("Question 1: multiple choice", "Question 2: number");
    }
  }

  @Test
  void aDraftIsDeletedByItsTeachersAloneAndAfterAQuestion() {
    var kept = published("Stays");
    var address = draft("Written in error");
    var delete = deletionOf(address);
    assertThat(seen("draft", 200, teacher.get(address)).body()).contains(delete);
    assertThat(seen("delete", 200, teacher.get(delete)).body())
        .contains("Delete “Written in error”?", "Its 2 questions are deleted", "Delete it");

    var elsewhere = house.clever().district("Far off");
    for (var other :
        List.of(
            student,
            house.signedInAs(house.district().teacher("Cora", "League")),
            house.signedInAs(elsewhere, elsewhere.teacher("Fred", "Far")))) {
      other.get("/classes");
      assertThat(other.get(delete).statusCode()).isEqualTo(404);
      assertThat(other.post(delete, Map.of()).statusCode()).isEqualTo(404);
    }
    var another = classes.make(teacherPerson, "Another class").id().number();
    var wrongClass = delete.replace("/" + maths + "/", "/" + another + "/");
    assertThat(teacher.get(wrongClass).statusCode()).isEqualTo(404);
    assertThat(teacher.post(wrongClass, Map.of()).statusCode()).isEqualTo(303);
    assertThat(teacher.post(delete, Map.of("_csrf", "forged")).statusCode()).isEqualTo(403);
    assertThat(teacher.get(address).statusCode()).isEqualTo(200);

    for (var sent = 1; sent <= 2; sent++) {
      assertThat(teacher.post(delete, Map.of()).headers().firstValue("Location"))
          .hasValue("/classes/" + maths);
      assertThat(teacher.get(address).statusCode()).isEqualTo(404);
    }
    assertThat(teacher.get(kept).statusCode()).isEqualTo(200);
  }

  @Test
  void whatSomebodyHasAnsweredIsNotDeletedAndThePageSaysWhyNot() {
    var address = published("Answered");
    assertThat(teacher.get(deletionOf(address)).body())
        .contains("Students see this assignment now.", "Delete it");
    answers(address + "/questions/1", "1");

    assertThat(seen("not-deleted", 200, teacher.get(deletionOf(address))).body())
        .contains("“Answered” cannot be deleted", "1 student has answered it", "copy it")
        .doesNotContain("Delete it");
    assertThat(teacher.post(deletionOf(address), Map.of()).statusCode()).isEqualTo(422);
    assertThat(student.get(address).body()).contains("1 of 2 answered");
  }

  @Test
  void othersAreToldThatThereIsNothing() {
    var address = published("Not yours");
    var stranger = house.signedInAs(house.district().student("Uma", "Else"));
    var colleague = house.signedInAs(house.district().teacher("Carl", "League"));
    var elsewhere = house.clever().district("Elsewhere");
    var foreigner = house.signedInAs(elsewhere, elsewhere.teacher("Fay", "Far"));
    for (var visitor : List.of(stranger, colleague, foreigner)) {
      for (var path :
          List.of(
              address,
              address + "/edit",
              address + "/questions/1",
              "/classes/%d/gradebook".formatted(maths),
              "/classes/%d/gradebook.csv".formatted(maths),
              "/classes/%d/mastery".formatted(maths),
              "/classes/%d/assignments/new".formatted(maths))) {
        assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
      }
    }
    for (var path :
        List.of(
            address + "/edit",
            "/classes/%d/gradebook".formatted(maths),
            "/classes/%d/gradebook.csv".formatted(maths),
            "/classes/%d/mastery".formatted(maths))) {
      assertThat(student.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(colleague.get("/mastery").statusCode()).isEqualTo(404);
  }

  @Test
  void anArchivedClassIsReadAndNotChangedAndItsAssignmentsCanBeCopied() {
    var former = classes.make(teacherPerson, "Last year's class");
    var made = saved(former.id().number(), assignment("Kept for copying"));
    classes.archive(teacherPerson, new ClassId(former.id().district(), former.id().number()));
    var page = seen("archived", 200, teacher.get(made));
    assertThat(page.body()).contains("The class is archived").doesNotContain(">Edit<");
    assertThat(teacher.get(made + "/edit").statusCode()).isEqualTo(409);
    assertThat(teacher.post(made + "/publish", Map.of()).statusCode()).isEqualTo(409);
    var delete = "/classes/%d%s/delete".formatted(former.id().number(), made);
    assertThat(teacher.post(delete, Map.of()).statusCode()).isEqualTo(409);
    var form = Map.of("class", Long.toString(maths), "once", hidden(page, "once"));
    teacher.get(made);
    var copy = teacher.post(made + "/copy", form).headers().firstValue("Location").orElseThrow();
    assertThat(seen("copy", 200, teacher.get(copy)).body())
        .contains("Kept for copying", "Draft", "No due date", "Mathematics 6, period 2");
    assertThat(teacher.post(made + "/copy", form).headers().firstValue("Location")).hasValue(copy);
    assertThat(student.get(copy).statusCode()).isEqualTo(404);
  }

  /** A large class, with work of everybody and one who has left. */
  @Test
  void aGradebookAndAMasteryGridOfManyStudentsCanBeRead() {
    var large = classes.make(teacherPerson, "All of grade 6");
    long number = large.id().number();
    house
        .database()
        .jdbc()
        .sql(
            """
            with made as (
              insert into person
                (district_id, clever_id, teaches, attends, given_name, family_name)
              select :district, 'large' || n, false, true,
                (array['Amara','Ben','Chiara','Dev','Elif','Finn','Grace','Hugo'])[n % 8 + 1],
                (array['Adams','Brown','Castillo','Dhillon','Evans','Fischer'])[n % 6 + 1] || n
              from generate_series(1, :students) n returning id),
            seated as (
              insert into seat (district_id, class_id, person_id, role, by_hand, since, left_at)
              select :district, :class, id, 'STUDENT', true, now(),
                case when id % 97 = 0 then now() end from made returning person_id)
            insert into mastery (district_id, student_id, skill_id, known, answers, updated_at)
            select :district, person_id, s.id, ((person_id * 7 + s.position * 31) % 100) / 100.0,
              4, now()
            from seated, skill s where (person_id + s.position) % 5 > 0
            """)
        .param("district", large.id().district().value())
        .param("class", number)
        .param("students", 500)
        .update();
    var path = "/classes/" + number;
    for (var title : List.of("Fractions", "Percent", "Ratios and rates in recipes", "Integers")) {
      saved(number, assignment(title));
    }
    house
        .database()
        .jdbc()
        .sql(
            """
            insert into response
              (district_id, question_id, student_id, answer, correct, answered_at)
            select q.district_id, q.id, s.person_id, '1', (s.person_id + q.id) % 3 > 0, now()
            from question q
            join assignment a on a.district_id = q.district_id and a.id = q.assignment_id
            join seat s on s.district_id = a.district_id and s.class_id = a.class_id
            where a.district_id = :district and a.class_id = :class and s.role = 'STUDENT'
              and (s.person_id + q.id) % 4 > 0
            """)
        .param("district", large.id().district().value())
        .param("class", number)
        .update();

    var gradebook = seen("gradebook", 200, teacher.get(path + "/gradebook")).body();
    assertThat(gradebook)
        .contains("Students on the class now, 1 to 100 of", "Former students", "Class average")
        .contains("<th scope=\"row\">", "<th scope=\"col\"");
    seen("gradebook-2", 200, teacher.get(path + "/gradebook?page=99"));
    var grid = seen("mastery", 200, teacher.get(path + "/mastery")).body();
    assertThat(grid.length()).isLessThan(1_000_000);
    assertThat(grid).contains("scope=\"colgroup\"", "Active and passive voice", "Mastered");
    assertThat(teacher.get(path + "/gradebook.csv").body().lines().count()).isEqualTo(501);
  }
}
