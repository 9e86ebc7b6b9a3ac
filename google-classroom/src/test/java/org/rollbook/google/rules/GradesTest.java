package org.rollbook.google.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.registry.database.Database;
import org.rollbook.sync.testing.Sis;
import org.rollbook.sync.testing.TestDatabase;
import org.rollbook.sync.testing.World;
import tools.jackson.databind.JsonNode;

/** G10 with what it is about: the student's work. */
@ExtendWith(TestDatabase.class)
final class GradesTest {
  private static final String TEACHER = Sis.email("ada");

  @Test
  void G10_the_grades_of_a_student_who_left_are_there_again_after_the_return(Database database) {
    var google = new EmulatorClassroom();
    try (var world = new World(database, google)) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
      world.accountsForAll().sync();
      var id = world.classCalled("Algebra").id();
      google.putInState(id, "ACTIVE");
      var work = "v1/courses/" + id + "/courseWork";
      var assignment =
          google.call(
              TEACHER,
              "POST",
              work,
              "{\"title\":\"Fractions\",\"workType\":\"ASSIGNMENT\",\"state\":\"PUBLISHED\",\"maxPoints\":10}");
      var submissions = work + "/" + assignment.get("id").asString() + "/studentSubmissions";
      grade(google, submissions);
      world.sis().section("algebra").without("ben");
      world.sync();
      assertThat(grades(google, submissions)).containsOnlyOnce("assignedGrade").hasSize(1);
      world.sis().section("algebra").with("ben");
      world.sync();
      assertThat(grades(google, submissions)).hasSize(2).containsOnly("assignedGrade");
    }
  }

  private static void grade(EmulatorClassroom google, String submissions) {
    for (var submission : list(google, submissions)) {
      google.call(
          TEACHER,
          "PATCH",
          submissions
              + "/"
              + submission.get("id").asString()
              + "?updateMask=assignedGrade,draftGrade",
          "{\"assignedGrade\":8,\"draftGrade\":8}");
    }
  }

  private static List<String> grades(EmulatorClassroom google, String submissions) {
    var grades = new ArrayList<String>();
    for (var submission : list(google, submissions)) {
      grades.add(submission.has("assignedGrade") ? "assignedGrade" : "none");
    }
    return grades;
  }

  private static Iterable<JsonNode> list(EmulatorClassroom google, String submissions) {
    return google.call(TEACHER, "GET", submissions, "").get("studentSubmissions");
  }

  @Test
  void G3_accounts_are_only_read(Database database) {
    var google = new EmulatorClassroom();
    try (var world = new World(database, google)) {
      world.sis().section("algebra").called("Algebra").taughtBy("ada").with("ben", "cleo");
      google.makeAccount(TEACHER);
      google.forgetCalls();
      world.sync();
      world.syncOnly();
      assertThat(google.emulator().calls().byMethod().keySet())
          .filteredOn(method -> method.startsWith("directory."))
          .isSubsetOf("directory.users.list", "directory.users.get");
    }
  }
}
