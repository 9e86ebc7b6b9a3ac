package org.rollbook.learn.mastery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.rollbook.learn.database.LearnDatabase;

/**
 * The catalogue of skills: one for all districts, so that a level means the same in every class. It
 * comes with the app and does not change while the app runs, so it is read once.
 */
public final class Skills {
  private final SequencedMap<SkillId, Skill> byId = new LinkedHashMap<>();

  public Skills(LearnDatabase database) {
    for (var skill :
        database
            .jdbc()
            .sql("select id, subject, grade, name from skill order by position")
            .query((row, number) -> skill(row))
            .list()) {
      byId.put(skill.id(), skill);
    }
  }

  private static Skill skill(ResultSet row) throws SQLException {
    return new Skill(
        new SkillId(row.getString("id")),
        row.getString("subject"),
        row.getInt("grade"),
        row.getString("name"));
  }

  /** All, by subject and grade. */
  public List<Skill> all() {
    return List.copyOf(byId.values());
  }

  /** All, under the names of their subjects. */
  public Map<String, List<Skill>> bySubject() {
    var subjects = new LinkedHashMap<String, List<Skill>>();
    byId.values()
        .forEach(skill ->
            subjects.computeIfAbsent(skill.subject(), subject -> new ArrayList<>()).add(skill));
    return subjects;
  }

  /** A skill, if the catalogue has it. */
  public Optional<Skill> find(SkillId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * A skill that a stored row names.
   *
   * @throws IllegalArgumentException when the catalogue has no such skill
   */
  public Skill get(SkillId id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no skill " + id));
  }
}
