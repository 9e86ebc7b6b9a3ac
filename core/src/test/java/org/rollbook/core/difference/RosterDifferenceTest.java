package org.rollbook.core.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollbook.core.difference.RosterEvent.Created;
import org.rollbook.core.difference.RosterEvent.Deleted;
import org.rollbook.core.difference.RosterEvent.Updated;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.StudentId;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.TeacherId;
import org.rollbook.core.roster.Term;

/** The difference against a naive one over maps, and the order that consumers rely on (H5). */
class RosterDifferenceTest {
  private static final int PAIRS = 1_000;
  private static final List<String> IDS = List.of("1", "10", "2", "a", "é");

  /** A roster in which every reference leads somewhere. */
  private record Roster(TreeMap<RecordKey, RosterRecord> records) implements SortedRoster {
    static Roster random(SplittableRandom random) {
      var roster = new Roster(new TreeMap<>());
      for (var id : IDS) {
        roster.maybe(random, new School(new SchoolId(id), name(random), Attributes.NONE));
      }
      var schools = roster.of(RecordKind.SCHOOL).map(key -> new SchoolId(key.id())).toList();
      for (var id : IDS) {
        roster.maybe(random, teacher(id, schools, random));
        roster.maybe(random, student(id, schools, random));
      }
      roster.addSections(random, schools);
      return roster;
    }

    private void addSections(SplittableRandom random, List<SchoolId> schools) {
      var teachers = of(RecordKind.TEACHER).map(key -> new TeacherId(key.id())).toList();
      var students = of(RecordKind.STUDENT).map(key -> new StudentId(key.id())).toList();
      for (var id : schools.isEmpty() ? List.<String>of() : IDS) {
        var section = new SectionId(id);
        maybe(random, section(section, oneOf(schools, random), teachers, random));
        if (records.containsKey(RecordKey.of(RecordKind.SECTION, id))) {
          students.forEach(student -> maybe(random, new Enrolment(section, student)));
        }
      }
    }

    private void maybe(SplittableRandom random, RosterRecord record) {
      if (random.nextBoolean()) {
        records.put(record.key(), record);
      }
    }

    private Stream<RecordKey> of(RecordKind kind) {
      return records.keySet().stream().filter(key -> key.kind() == kind);
    }

    @Override
    public Iterator<RosterRecord> ascending() {
      return records.values().iterator();
    }

    @Override
    public Iterator<RosterRecord> descending() {
      return records.descendingMap().values().iterator();
    }
  }

  private static String name(SplittableRandom random) {
    return random.nextBoolean() ? "North" : "South";
  }

  private static Teacher teacher(String id, List<SchoolId> schools, SplittableRandom random) {
    var person = new PersonName(name(random), "", "Hill");
    return new Teacher(
        new TeacherId(id), some(schools, random), person, Optional.empty(), Attributes.NONE);
  }

  private static Student student(String id, List<SchoolId> schools, SplittableRandom random) {
    return new Student(
        new StudentId(id),
        some(schools, random),
        new PersonName(name(random), "", "Hill"),
        Optional.empty(),
        Attributes.NONE,
        List.of());
  }

  private static Section section(
      SectionId id, SchoolId school, List<TeacherId> teachers, SplittableRandom random) {
    return new Section(
        id,
        school,
        name(random),
        some(teachers, random).stream().findFirst(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Attributes.NONE);
  }

  private static <T> T oneOf(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }

  private static <T> List<T> some(List<T> all, SplittableRandom random) {
    return all.stream().filter(_ -> random.nextBoolean()).toList();
  }

  private static List<RosterEvent> difference(SortedRoster before, SortedRoster after) {
    var events = new ArrayList<RosterEvent>();
    RosterDifference.stream(before, after, events::add);
    return events;
  }

  @Test
  void it_is_what_comparing_two_maps_gives() {
    for (long seed = 0; seed < PAIRS; seed++) {
      var random = new SplittableRandom(seed);
      var before = Roster.random(random);
      var after = Roster.random(random);
      assertThat(difference(before, after))
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(naive(before.records, after.records));
    }
  }

  private static List<RosterEvent> naive(
      Map<RecordKey, RosterRecord> before, Map<RecordKey, RosterRecord> after) {
    var events = new ArrayList<RosterEvent>();
    after.forEach((key, is) -> {
      var was = before.get(key);
      if (was == null) {
        events.add(new Created(is));
      } else if (!was.equals(is)) {
        events.add(new Updated(was, is));
      }
    });
    before.forEach((key, was) -> {
      if (!after.containsKey(key)) {
        events.add(new Deleted(was));
      }
    });
    return events;
  }

  @Test
  void H5_a_consumer_never_meets_an_id_it_has_not_been_told_of() {
    for (long seed = 0; seed < PAIRS; seed++) {
      var random = new SplittableRandom(seed);
      var before = Roster.random(random);
      var after = Roster.random(random);
      var consumer = new TreeMap<>(before.records);
      for (var event : difference(before, after)) {
        consume(consumer, event);
        assertThat(dangling(consumer)).as("seed %s after %s", seed, event).isEmpty();
      }
      assertThat(consumer).as("seed %s", seed).isEqualTo(after.records);
    }
  }

  private static void consume(Map<RecordKey, RosterRecord> consumer, RosterEvent event) {
    switch (event) {
      case Created(var record) -> assertThat(consumer.put(record.key(), record)).isNull();
      case Updated(var was, var is) -> assertThat(consumer.put(is.key(), is)).isEqualTo(was);
      case Deleted(var record) -> assertThat(consumer.remove(record.key())).isEqualTo(record);
    }
  }

  private static List<RecordKey> dangling(Map<RecordKey, RosterRecord> records) {
    return records.values().stream()
        .flatMap(RosterDifferenceTest::references)
        .filter(key -> !records.containsKey(key))
        .collect(Collectors.toList());
  }

  private static Stream<RecordKey> references(RosterRecord record) {
    return switch (record) {
      case Section section ->
          Stream.concat(
              Stream.of(RecordKey.of(RecordKind.SCHOOL, section.school().value())),
              section.primaryTeacher().stream()
                  .map(teacher -> RecordKey.of(RecordKind.TEACHER, teacher.value())));
      case Enrolment enrolment ->
          Stream.of(
              RecordKey.of(RecordKind.SECTION, enrolment.section().value()),
              RecordKey.of(RecordKind.STUDENT, enrolment.student().value()));
      case Teacher teacher -> schools(teacher.schools());
      case Student student -> schools(student.schools());
      case StaffMember member -> schools(member.schools());
      case School _, Term _, Course _ -> Stream.empty();
    };
  }

  private static Stream<RecordKey> schools(List<SchoolId> schools) {
    return schools.stream().map(school -> RecordKey.of(RecordKind.SCHOOL, school.value()));
  }

  @Test
  void equal_rosters_differ_in_nothing() {
    var roster = Roster.random(new SplittableRandom(7));
    var same = Roster.random(new SplittableRandom(7));
    assertThat(roster.records).isNotEmpty();
    assertThat(difference(roster, same)).isEmpty();
  }

  /** A roster that is handed over in the order given, both ways. */
  private record AsGiven(List<RosterRecord> records) implements SortedRoster {
    @Override
    public Iterator<RosterRecord> ascending() {
      return records.iterator();
    }

    @Override
    public Iterator<RosterRecord> descending() {
      return records.reversed().iterator();
    }
  }

  /** As PostgreSQL hands them over: by the bytes of their keys. */
  @Test
  void a_key_beyond_the_basic_plane_is_merged_where_the_database_puts_it() {
    var inner = new School(new SchoolId("\uf8ff"), "North", Attributes.NONE);
    var beyond = new School(new SchoolId("\ud834\udd1e"), "South", Attributes.NONE);
    var both = new AsGiven(List.of(inner, beyond));
    assertThat(difference(new AsGiven(List.of(beyond)), both)).containsExactly(new Created(inner));
    assertThat(difference(both, new AsGiven(List.of(inner)))).containsExactly(new Deleted(beyond));
  }

  @Test
  void what_is_out_of_order_or_twice_is_refused_on_either_side() {
    var one = new School(new SchoolId("1"), "North", Attributes.NONE);
    var two = new School(new SchoolId("2"), "South", Attributes.NONE);
    var sorted = new AsGiven(List.of(one, two));
    for (var wrong : List.of(new AsGiven(List.of(two, one)), new AsGiven(List.of(one, one)))) {
      assertThatThrownBy(() -> difference(sorted, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("key order");
      assertThatThrownBy(() -> difference(wrong, sorted))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
