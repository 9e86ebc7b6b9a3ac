package org.rollbook.learn.mastery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How well students have skills. It belongs to the student and to no class, so that it goes with
 * them (L8). Safe for several threads.
 */
public final class Mastery {
  private final JdbcClient jdbc;
  private final InstantSource clock;

  public Mastery(LearnDatabase database, InstantSource clock) {
    this.jdbc = database.jdbc();
    this.clock = clock;
  }

  /**
   * Lets one student's answers come one after another until the transaction under way ends: the
   * order in which they are stored is then the order in which they count.
   */
  public void lock(PersonId student) {
    // Not "for update": rows that refer to the person may be written meanwhile.
    jdbc.sql(
            "select id from person where district_id = :district and id = :student"
                + " for no key update")
        .param("district", student.district().value())
        .param("student", student.number())
        .query(Long.class)
        .single();
  }

  /**
   * Takes one more answer into account, in the transaction that stores it, after {@link #lock}.
   *
   * @return how well the student has the skill now
   */
  public Knowledge answered(PersonId student, Evidence evidence) {
    var now = of(student).getOrDefault(evidence.skill(), Knowledge.NONE).after(evidence.correct());
    store(student, evidence.skill(), now, clock.instant());
    return now;
  }

  /**
   * Writes anew what all answers of a student amount to, in a transaction and after {@link #lock}.
   *
   * @param evidence all of their answers, from the first to the last
   */
  public void restate(PersonId student, List<Evidence> evidence) {
    var all = new LinkedHashMap<SkillId, Knowledge>();
    for (var one : evidence) {
      all.put(one.skill(), all.getOrDefault(one.skill(), Knowledge.NONE).after(one.correct()));
    }
    jdbc.sql("delete from mastery where district_id = :district and student_id = :student")
        .param("district", student.district().value())
        .param("student", student.number())
        .update();
    all.forEach((skill, knowledge) -> store(student, skill, knowledge, clock.instant()));
  }

  private void store(PersonId student, SkillId skill, Knowledge knowledge, Instant at) {
    jdbc.sql(
            """
            insert into mastery (district_id, student_id, skill_id, known, answers, updated_at)
            values (:district, :student, :skill, :known, :answers, :at)
            on conflict (district_id, student_id, skill_id) do update
            set known = excluded.known, answers = excluded.answers, updated_at = excluded.updated_at
            """)
        .param("district", student.district().value())
        .param("student", student.number())
        .param("skill", skill.value())
        .param("known", knowledge.known())
        .param("answers", knowledge.answers())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What one student has shown so far; skills never answered on are absent. */
  public Map<SkillId, Knowledge> of(PersonId student) {
    return ofStudents(student.district(), List.of(student)).getOrDefault(student, Map.of());
  }

  /** The same of several students of one district; who never answered is absent. */
  public Map<PersonId, Map<SkillId, Knowledge>> ofStudents(
      DistrictId district, Collection<PersonId> students) {
    var numbers = new ArrayList<Long>();
    students.stream()
        .filter(student -> student.district().equals(district))
        .forEach(student -> numbers.add(student.number()));
    var found = new HashMap<PersonId, Map<SkillId, Knowledge>>();
    jdbc.sql(
            """
            select student_id, skill_id, known, answers from mastery
            where district_id = :district and student_id = any(:students)
            """)
        .param("district", district.value())
        .param("students", numbers.toArray(Long[]::new))
        .query(row -> {
          found
              .computeIfAbsent(
                  new PersonId(district, row.getLong("student_id")), id -> new HashMap<>())
              .put(
                  new SkillId(row.getString("skill_id")),
                  new Knowledge(row.getDouble("known"), row.getInt("answers")));
        });
    return found;
  }
}
