package org.rollbook.learn.assignments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.rollbook.learn.classes.ClassAccess;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.classes.ClassLists;
import org.rollbook.learn.classes.Classes;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.mastery.Mastery;
import org.rollbook.learn.mastery.SkillId;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.PersonId;

/** A database with districts, people and classes, written as a sync would. */
final class Schoolroom {
  static final SkillId FRACTIONS = new SkillId("maths.fractions.add");
  static final SkillId PERCENT = new SkillId("maths.percent");
  static final DistrictId DISTRICT = new DistrictId("aaaaaaaaaaaaaaaaaaaaaaaa");
  static final DistrictId OTHER_DISTRICT = new DistrictId("bbbbbbbbbbbbbbbbbbbbbbbb");

  final LearnDatabase database;
  final ClassAccess access;
  final Mastery mastery;
  final Assignments assignments;
  final Authoring authoring;
  final Answering answering;
  final Gradebooks gradebooks;
  final AssignmentRows rows;
  private int people;

  Schoolroom(LearnDatabase database) {
    this(database, InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z")));
  }

  Schoolroom(LearnDatabase database, InstantSource clock) {
    this.database = database;
    this.access = new ClassAccess(new Classes(database, new Random(1)), new ClassLists(database));
    this.mastery = new Mastery(database, clock);
    this.assignments = new Assignments(database, clock, ZoneOffset.UTC);
    this.authoring = new Authoring(database, clock);
    this.answering = new Answering(database, access, mastery, clock);
    this.gradebooks = new Gradebooks(database, access);
    this.rows = new AssignmentRows(database);
    for (var district : List.of(DISTRICT, OTHER_DISTRICT)) {
      database
          .jdbc()
          .sql("insert into district (id, name) values (?, 'District') on conflict do nothing")
          .param(district.value())
          .update();
    }
  }

  PersonId person(DistrictId district, boolean teaches, String given, String family) {
    people++;
    return new PersonId(
        district,
        database
            .jdbc()
            .sql(
                "insert into person (district_id, clever_id, teaches, attends, given_name,"
                    + " family_name) values (?, ?, ?, ?, ?, ?) returning id")
            .params(district.value(), "clever" + people, teaches, !teaches, given, family)
            .query(Long.class)
            .single());
  }

  PersonId teacher(String name) {
    return person(DISTRICT, true, name, "Teacher");
  }

  PersonId student(String name) {
    return person(DISTRICT, false, name, "Student");
  }

  ClassId classOf(PersonId teacher, String name) {
    var id =
        new ClassId(
            teacher.district(),
            database
                .jdbc()
                .sql(
                    "insert into class (district_id, name, state, ended, owner_id, created_at)"
                        + " values (?, ?, 'ACTIVE', 'NOT', ?, now()) returning id")
                .params(teacher.district().value(), name, teacher.number())
                .query(Long.class)
                .single());
    seat(id, teacher, "TEACHER");
    return id;
  }

  private void seat(ClassId id, PersonId person, String role) {
    database
        .jdbc()
        .sql(
            "insert into seat (district_id, class_id, person_id, role, by_hand, since)"
                + " values (?, ?, ?, ?, true, now())"
                + " on conflict (district_id, class_id, person_id) do update set left_at = null")
        .params(id.district().value(), id.number(), person.number(), role)
        .update();
  }

  void joins(PersonId student, ClassId id) {
    seat(id, student, "STUDENT");
  }

  void leaves(PersonId student, ClassId id) {
    database
        .jdbc()
        .sql(
            "update seat set left_at = now() where district_id = ? and class_id = ? and person_id ="
                + " ?")
        .params(id.district().value(), id.number(), student.number())
        .update();
  }

  void archive(ClassId id) {
    database
        .jdbc()
        .sql(
            "update class set state = 'ARCHIVED', ended = 'BY_HAND', archived_at = now()"
                + " where district_id = ? and id = ?")
        .params(id.district().value(), id.number())
        .update();
  }

  static Question number(String prompt, SkillId skill, String right) {
    return new Question(prompt, skill, new RightAnswer.Amount(right, "0"));
  }

  static Question choice(String prompt, SkillId skill, int right, String... choices) {
    return new Question(prompt, skill, new RightAnswer.Choice(List.of(choices), right));
  }

  /** A published assignment of so many questions, all with 1 as the right answer. */
  AssignmentId published(ClassId id, PersonId teacher, String title, int questions, SkillId skill) {
    var asked = new ArrayList<Question>();
    for (int place = 1; place <= questions; place++) {
      asked.add(number("Question " + place, skill, "1"));
    }
    var made =
        authoring
            .make(id, teacher, UUID.randomUUID(), new Writing(title, "", Optional.empty(), asked))
            .orElseThrow();
    authoring.publish(made);
    return made;
  }

  /** Answers a question by its place, from 1. */
  Answering.Taken answer(AssignmentId id, int position, PersonId student, String typed) {
    long number = rows.find(id).orElseThrow().question(position).orElseThrow().number();
    return answering.answer(id, number, student, typed);
  }
}
