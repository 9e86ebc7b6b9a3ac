package org.rollbook.learn.importing;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rollbook.learn.clever.StandInDistrict;
import tools.jackson.databind.JsonNode;

/**
 * A class as people see it, by the ids of Clever: as the tables have it, and as it should be.
 *
 * @param owner absent where nobody says who it should be
 */
record Shown(
    String name,
    boolean inUse,
    Optional<String> owner,
    SortedSet<String> teachers,
    SortedSet<String> students) {

  /** The imported classes of a district, by section. */
  static SortedMap<String, Shown> in(House house, StandInDistrict district) {
    var found = new TreeMap<String, Shown>();
    house
        .database
        .jdbc()
        .sql(
            """
            select section_id, name, state = 'ACTIVE' as in_use,
              (select clever_id from person
               where person.district_id = class.district_id and person.id = owner_id) as owner,
              array(select clever_id from seat join person
                on person.district_id = seat.district_id and person.id = seat.person_id
                where seat.district_id = class.district_id and class_id = class.id
                  and role = 'TEACHER' and left_at is null) as teachers,
              array(select clever_id from seat join person
                on person.district_id = seat.district_id and person.id = seat.person_id
                where seat.district_id = class.district_id and class_id = class.id
                  and role = 'STUDENT' and left_at is null) as students
            from class where district_id = ? and section_id is not null
            """)
        .param(district.id().value())
        .query(row -> {
          found.put(
              row.getString("section_id"),
              new Shown(
                  row.getString("name"),
                  row.getBoolean("in_use"),
                  Optional.of(row.getString("owner")),
                  sorted(Stream.of((String[]) row.getArray("teachers").getArray())),
                  sorted(Stream.of((String[]) row.getArray("students").getArray()))));
        });
    return found;
  }

  static Shown in(House house, StandInDistrict district, String section) {
    return Optional.ofNullable(in(house, district).get(section)).orElseThrow();
  }

  /** What a section that is shared should be here: written apart from what makes it so. */
  static Shown of(JsonNode section, Map<String, ?> visible) {
    var teachers = new TreeSet<String>();
    var students = new TreeSet<String>();
    Optional<String> owner = Optional.empty();
    String primary = section.path("teacher").asString("");
    if (visible.containsKey(primary)) {
      teachers.add(primary);
      owner = Optional.of(primary);
    }
    for (JsonNode one : section.path("teachers").values()) {
      if (visible.containsKey(one.asString())) {
        teachers.add(one.asString());
        owner = owner.isPresent() ? owner : Optional.of(one.asString());
      }
    }
    for (JsonNode one : section.path("students").values()) {
      if (visible.containsKey(one.asString()) && !teachers.contains(one.asString())) {
        students.add(one.asString());
      }
    }
    return new Shown(section.path("name").asString(""), true, owner, teachers, students);
  }

  private static SortedSet<String> sorted(Stream<String> ids) {
    return new TreeSet<>(ids.toList());
  }
}
