package org.rollbook.learn.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.learn.assignments.Schoolroom.FRACTIONS;
import static org.rollbook.learn.assignments.Schoolroom.OTHER_DISTRICT;
import static org.rollbook.learn.assignments.Schoolroom.PERCENT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rollbook.learn.assignments.Answering.Taken;
import org.rollbook.learn.assignments.Authoring.Changed;
import org.rollbook.learn.assignments.ForStudent.Standing;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.database.TestDatabases;
import org.rollbook.learn.mastery.KnowledgeTracing;
import org.rollbook.learn.people.PersonId;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {
  private LearnDatabase database;
  private Schoolroom room;
  private PersonId teacher;
  private PersonId student;
  private ClassId maths;

  @BeforeAll
  void open() {
    database = TestDatabases.open();
    room = new Schoolroom(database);
    teacher = room.teacher("Tara");
  }

  @AfterAll
  void close() {
    database.close();
  }

  /** Each test has a class and a student of its own. */
  @org.junit.jupiter.api.BeforeEach
  void seat() {
    student = room.student("Sol");
    maths = room.classOf(teacher, "Maths");
    room.joins(student, maths);
  }

  private AssignmentId published(int questions) {
    return room.published(maths, teacher, "Fractions", questions, FRACTIONS);
  }

  private ForStudent line() {
    return room.assignments.forStudent(maths, student).getFirst();
  }

  @Test
  void L7_a_returned_student_has_their_former_answers() {
    var assignment = published(3);
    room.answer(assignment, 1, student, "1");
    room.answer(assignment, 2, student, "2");
    room.leaves(student, maths);

    var gone = room.gradebooks.of(maths);
    assertThat(gone.present()).isEmpty();
    assertThat(gone.former())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.cells()).containsExactly(new Gradebook.Cell(1, 2, 3));
          assertThat(row.average()).hasValue(33);
        });
    assertThat(gone.columns().getFirst().average()).isEmpty();

    room.joins(student, maths);
    assertThat(room.gradebooks.of(maths).present())
        .singleElement()
        .satisfies(row -> assertThat(row.cells()).containsExactly(new Gradebook.Cell(1, 2, 3)));
    assertThat(line())
        .satisfies(line -> {
          assertThat(line.answered()).isEqualTo(2);
          assertThat(line.right()).isEqualTo(1);
          assertThat(line.standing()).isEqualTo(Standing.TO_DO);
        });
    assertThat(room.answer(assignment, 1, student, "1")).isEqualTo(new Taken.AnsweredBefore());
    assertThat(room.answer(assignment, 3, student, "1")).isEqualTo(new Taken.Counted(true));
  }

  @Test
  void L8_mastery_goes_with_the_student_and_assignments_do_not() {
    var assignment = published(4);
    for (int position = 1; position <= 4; position++) {
      room.answer(assignment, position, student, "1");
    }
    var before = room.mastery.of(student);
    room.leaves(student, maths);
    var next = room.classOf(teacher, "Maths, period 2");
    room.joins(student, next);

    assertThat(room.mastery.of(student)).isEqualTo(before).containsOnlyKeys(FRACTIONS);
    assertThat(room.assignments.forStudent(next, student)).isEmpty();
    assertThat(room.gradebooks.of(next).columns()).isEmpty();
    assertThat(room.gradebooks.of(maths).former()).hasSize(1);
  }

  @Test
  void L9_nobody_answers_off_the_class_or_in_an_archived_one() {
    var assignment = published(3);
    var stranger = room.student("Stella");
    assertThat(room.answer(assignment, 1, stranger, "1")).isEqualTo(new Taken.NotTheirs());
    assertThat(room.answer(assignment, 1, teacher, "1")).isEqualTo(new Taken.NotTheirs());
    room.leaves(student, maths);
    assertThat(room.answer(assignment, 1, student, "1")).isEqualTo(new Taken.NotTheirs());
    room.joins(student, maths);
    room.archive(maths);
    assertThat(room.answer(assignment, 1, student, "1")).isEqualTo(new Taken.NotTheirs());
    assertThat(room.mastery.of(student)).isEmpty();
  }

  @Test
  void nobodyReachesIntoAnotherDistrictByNumber() {
    var assignment = published(1);
    var elsewhere = room.person(OTHER_DISTRICT, false, "Oda", "Other");
    long question = room.rows.find(assignment).orElseThrow().questions().getFirst().number();
    assertThat(room.answering.answer(assignment, question, elsewhere, "1"))
        .isEqualTo(new Taken.NotTheirs());
    assertThat(
            room.answering.answer(
                new AssignmentId(OTHER_DISTRICT, assignment.number()), question, elsewhere, "1"))
        .isEqualTo(new Taken.NotTheirs());
    assertThat(room.access.taught(maths, room.person(OTHER_DISTRICT, true, "Ole", "Other")))
        .isEmpty();
  }

  @Test
  void anAnswerSentTwiceAtOnceCountsOnce() throws Exception {
    var assignment = published(1);
    var taken = new ArrayList<Taken>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Taken>> both =
          List.of(
              () -> room.answer(assignment, 1, student, "1"),
              () -> room.answer(assignment, 1, student, "1"));
      for (var future : threads.invokeAll(both)) {
        taken.add(future.get());
      }
    }
    assertThat(taken)
        .containsExactlyInAnyOrder(new Taken.Counted(true), new Taken.AnsweredBefore());
    assertThat(room.mastery.of(student).get(FRACTIONS))
        .isNotNull()
        .satisfies(knowledge -> assertThat(knowledge.answers()).isEqualTo(1));
  }

  @Test
  void whatCannotBeReadIsNotJudgedAndCanBeAnsweredAgain() {
    var assignment = published(1);
    assertThat(room.answer(assignment, 1, student, "one")).isInstanceOf(Taken.NotUnderstood.class);
    assertThat(room.answer(assignment, 1, student, "2/2")).isEqualTo(new Taken.Counted(true));
    assertThat(line().standing()).isEqualTo(Standing.DONE);
  }

  @Test
  void questionsAreFixedOnceSomebodyAnsweredAndTitleAndDayAreNot() {
    var assignment = published(2);
    var writing = room.rows.find(assignment).orElseThrow().writing();
    var fewer =
        new Writing("Fractions", "", Optional.empty(), List.of(writing.questions().getFirst()));
    long former = room.rows.find(assignment).orElseThrow().questions().getFirst().number();
    assertThat(room.authoring.change(assignment, fewer)).isEqualTo(Changed.DONE);
    assertThat(room.answering.answer(assignment, former, student, "1"))
        .isEqualTo(new Taken.QuestionChanged());

    room.answer(assignment, 1, student, "1");
    assertThat(room.authoring.change(assignment, writing)).isEqualTo(Changed.ANSWERED);
    var renamed =
        new Writing(
            "Halves", "Take care.", Optional.of(LocalDate.of(2026, 12, 1)), fewer.questions());
    assertThat(room.authoring.change(assignment, renamed)).isEqualTo(Changed.DONE);
    assertThat(room.rows.find(assignment).orElseThrow().writing()).isEqualTo(renamed);
    assertThat(line().right()).isEqualTo(1);
  }

  @Test
  void whatIsAnsweredWhileItIsDeletedStaysOrWasNeverTaken() throws Exception {
    var deletion = new Deletion(database);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 20; round++) {
        var assignment = published(1);
        long question = room.rows.find(assignment).orElseThrow().questions().getFirst().number();
        var taken = threads.submit(() -> room.answering.answer(assignment, question, student, "1"));
        var outcome = deletion.delete(maths, assignment);
        assertThat(taken.get())
            .isEqualTo(
                outcome == Deletion.Outcome.DELETED
                    ? new Taken.NotTheirs()
                    : new Taken.Counted(true));
        assertThat(room.rows.find(assignment).isPresent())
            .isEqualTo(outcome == Deletion.Outcome.ANSWERED);
      }
    }
  }

  @Test
  void whatIsOfAnotherClassOrDistrictIsNotDeleted() {
    var deletion = new Deletion(database);
    var assignment = published(1);
    var other = room.classOf(teacher, "Other");
    var elsewhere = new AssignmentId(OTHER_DISTRICT, assignment.number());
    assertThat(deletion.delete(other, assignment)).isEqualTo(Deletion.Outcome.GONE);
    assertThat(deletion.delete(new ClassId(OTHER_DISTRICT, maths.number()), elsewhere))
        .isEqualTo(Deletion.Outcome.GONE);
    assertThat(room.rows.find(assignment)).isPresent();
  }

  @Test
  void aFormSentTwiceMakesOneAssignmentAndDraftsAreTheTeachersAlone() {
    var once = UUID.randomUUID();
    var writing = new Writing("Draft", "", Optional.empty(), List.of());
    var first = room.authoring.make(maths, teacher, once, writing);
    assertThat(room.authoring.make(maths, teacher, once, writing)).isEqualTo(first);
    assertThat(room.assignments.forTeacher(maths)).hasSize(1);
    assertThat(room.assignments.forStudent(maths, student)).isEmpty();
    assertThat(room.authoring.publish(first.orElseThrow())).isEqualTo(Changed.NO_QUESTIONS);
  }

  @Test
  void listsSayHowFarEverybodyIs() {
    var assignment = published(2);
    var late =
        new Writing(
            "Late",
            "",
            Optional.of(LocalDate.of(2026, 11, 19)),
            List.of(Schoolroom.choice("2 + 2?", PERCENT, 1, "3", "4")));
    var second = room.authoring.make(maths, teacher, UUID.randomUUID(), late).orElseThrow();
    room.authoring.publish(second);
    room.answer(assignment, 1, student, "1");
    room.answer(assignment, 2, student, "1");
    assertThat(room.assignments.forStudent(maths, student))
        .extracting(ForStudent::title, ForStudent::standing)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Late", Standing.PAST_DUE),
            org.assertj.core.groups.Tuple.tuple("Fractions", Standing.DONE));
    assertThat(room.assignments.forTeacher(maths).getLast())
        .satisfies(line -> {
          assertThat(line.begun()).isEqualTo(1);
          assertThat(line.finished()).isEqualTo(1);
          assertThat(line.students()).isEqualTo(1);
        });
    assertThat(room.answer(second, 1, student, "1")).isEqualTo(new Taken.Counted(true));
    assertThat(room.assignments.in(maths)).containsExactlyInAnyOrder(FRACTIONS, PERCENT);
  }

  /** Whatever was answered, in whatever order: replayed in that order, it gives what is stored. */
  @Test
  void whatIsStoredIsWhatReplayingTheAnswersGives() {
    var random = new Random(8);
    for (int history = 0; history < 15; history++) {
      var learner = room.student("Learner " + history);
      room.joins(learner, maths);
      var all = new ArrayList<Map.Entry<AssignmentId, Integer>>();
      for (var skill : List.of(FRACTIONS, PERCENT)) {
        var assignment = room.published(maths, teacher, "Mixed", 6, skill);
        for (int position = 1; position <= 6; position++) {
          all.add(Map.entry(assignment, position));
        }
      }
      java.util.Collections.shuffle(all, random);
      all.subList(0, random.nextInt(all.size()))
          .forEach(one ->
              room.answer(one.getKey(), one.getValue(), learner, random.nextBoolean() ? "1" : "0"));
      var stored = room.mastery.of(learner);
      var answers = room.answering.history(learner);
      stored.forEach((skill, knowledge) -> {
        var these =
            answers.stream()
                .filter(one -> one.skill().equals(skill))
                .map(one -> one.correct())
                .toList();
        assertThat(knowledge.known()).isEqualTo(KnowledgeTracing.STANDARD.after(these));
        assertThat(knowledge.answers()).isEqualTo(these.size());
      });
      room.answering.recompute(learner);
      assertThat(room.mastery.of(learner)).isEqualTo(stored);
    }
  }

  @Test
  void aNameThatBeginsAFormulaIsTextInTheFile() {
    var evil = room.person(Schoolroom.DISTRICT, false, "@SUM(1)", "=HYPERLINK(\"http://x\")");
    room.joins(evil, maths);
    published(1);
    var csv = new GradebookCsv(java.time.ZoneOffset.UTC).of(room.gradebooks.of(maths));
    assertThat(csv)
        .startsWith("\uFEFF\"Family name\",\"Given name\"")
        .contains("\"'=HYPERLINK(\"\"http://x\"\")\",\"'@SUM(1)\",\"yes\",,")
        .contains("\"Fractions (of 1)\"");
  }
}
