package org.rollbook.registry.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.CourseId;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.TeacherId;
import org.rollbook.core.roster.Term;
import org.rollbook.core.roster.TermId;
import org.rollbook.sources.Unread;

/** What the roster must be, computed with maps, one record after the other. */
public final class OracleRoster {
  private static final List<RecordKind> PEOPLE =
      List.of(RecordKind.TEACHER, RecordKind.STAFF, RecordKind.STUDENT);

  private final PerKind<TreeMap<String, RosterRecord>> live = new PerKind<>(TreeMap::new);
  private TreeSet<RecordKey> enrolments = new TreeSet<>();

  public Map<String, RosterRecord> live(RecordKind kind) {
    return live.get(kind);
  }

  public Set<RecordKey> enrolments() {
    return enrolments;
  }

  private RosterRecord alive(RecordKind kind, String id) {
    return Objects.requireNonNull(live.get(kind).get(id));
  }

  /** Takes a snapshot; returns how many rows of each kind were rejected besides the unreadable. */
  public Map<RecordKind, Long> apply(FakeSnapshot snapshot) {
    return new Step(snapshot).apply();
  }

  private final class Step {
    final List<Unread> unread = new ArrayList<>();
    final PerKind<List<RosterRecord>> rows = new PerKind<>(ArrayList::new);
    final Map<RecordKind, Long> rejected = new EnumMap<>(RecordKind.class);
    final PerKind<TreeMap<String, RosterRecord>> merged = new PerKind<>(TreeMap::new);
    final PerKind<TreeSet<String>> kept = new PerKind<>(TreeSet::new);

    Step(FakeSnapshot snapshot) {
      for (FakeSnapshot.Row row : snapshot.rows()) {
        switch (row) {
          case FakeSnapshot.Row.Read(RosterRecord r) -> rows.get(r.key().kind()).add(r);
          case FakeSnapshot.Row.Unreadable(RecordKind kind, Unread u) -> unread.add(u);
        }
      }
    }

    Map<RecordKind, Long> apply() {
      for (RecordKind kind : List.of(RecordKind.SCHOOL, RecordKind.TERM, RecordKind.COURSE)) {
        rows.get(kind).forEach(this::first);
        keep(kind);
      }
      PEOPLE.forEach(this::people);
      sections();
      closeOverKept();
      enrol();
      for (RecordKind kind : RecordKind.values()) {
        live.get(kind)
            .forEach((id, before) ->
                merged.get(kind).computeIfPresent(id, (k, now) -> ordered(now, before)));
        live.get(kind).keySet().retainAll(kept.get(kind));
        live.get(kind).putAll(merged.get(kind));
      }
      return rejected;
    }

    void reject(RecordKind kind) {
      rejected.merge(kind, 1L, Long::sum);
    }

    void first(RosterRecord record) {
      RosterRecord before = merged.get(record.key().kind()).putIfAbsent(record.key().id(), record);
      if (before != null && !before.equals(record)) {
        reject(record.key().kind());
      }
    }

    boolean known(RecordKind kind, String id) {
      return merged.get(kind).containsKey(id) || kept.get(kind).contains(id);
    }

    void keep(RecordKind kind) {
      live.get(kind)
          .forEach((id, record) -> {
            boolean one = isNamed(RecordKey.of(kind, id));
            boolean covered = covered(kind, record);
            if (one) {
              merged.get(kind).remove(id);
            }
            if ((one || covered) && !merged.get(kind).containsKey(id)) {
              kept.get(kind).add(id);
            }
            if (covered && merged.get(kind).containsKey(id) && PEOPLE.contains(kind)) {
              merged.get(kind).computeIfPresent(id, (k, now) -> united(now, record));
            }
          });
    }

    boolean isNamed(RecordKey key) {
      return unread.stream()
          .anyMatch(u ->
              switch (u) {
                case Unread.One(RecordKey one) -> one.equals(key);
                case Unread.OneOf(RecordKey likely, Set<String> readings) -> likely.equals(key);
                case Unread.InSchool in -> false;
                case Unread.InSection in -> false;
                case Unread.Whole whole -> false;
              });
    }

    boolean covered(RecordKind kind, RosterRecord record) {
      for (Unread u : unread) {
        if (u instanceof Unread.OneOf(RecordKey likely, Set<String> readings)
            && likely.kind() == kind
            && readings.stream().anyMatch(r -> r.startsWith(record.key().id()))) {
          return true;
        }
        if (u instanceof Unread.Whole(RecordKind whole) && whole == kind) {
          return true;
        }
        if (u instanceof Unread.InSchool(RecordKind k, SchoolId school) && k == kind) {
          boolean there =
              switch (record) {
                case Section s -> s.school().equals(school);
                case School s -> true;
                case Term t -> true;
                case Course c -> true;
                case Enrolment e -> false;
                case Teacher t -> t.schools().contains(school);
                case StaffMember s -> s.schools().contains(school);
                case Student s -> s.schools().contains(school);
              };
          if (there) {
            return true;
          }
        }
      }
      return false;
    }

    RosterRecord united(RosterRecord now, RosterRecord before) {
      Person n = Person.of(now);
      Person b = Person.of(before);
      List<SchoolId> staying =
          b.schools().stream().filter(s -> known(RecordKind.SCHOOL, s.value())).toList();
      RosterRecord after = n.with(unite(n.schools(), staying), n.contacts());
      // Taken again, the snapshot must find the same: coverage that ends with it keeps no contact.
      return covered(after.key().kind(), after)
          ? n.with(Person.of(after).schools(), unite(n.contacts(), b.contacts()))
          : after;
    }

    <T> List<T> unite(List<T> now, List<T> before) {
      var all = new LinkedHashSet<>(now);
      all.addAll(before);
      return List.copyOf(all);
    }

    /** Lists go on in the order that they have in the roster. */
    RosterRecord ordered(RosterRecord now, RosterRecord before) {
      if (now instanceof Section s) {
        return withCoTeachers(s, ordered(s.coTeachers(), ((Section) before).coTeachers()));
      }
      if (!PEOPLE.contains(now.key().kind())) {
        return now;
      }
      Person n = Person.of(now);
      Person b = Person.of(before);
      return n.with(ordered(n.schools(), b.schools()), ordered(n.contacts(), b.contacts()));
    }

    <T> List<T> ordered(List<T> now, List<T> before) {
      var all = new LinkedHashSet<>(before);
      all.retainAll(now);
      all.addAll(now);
      return List.copyOf(all);
    }

    Section withCoTeachers(Section s, List<TeacherId> coTeachers) {
      return new Section(
          s.id(),
          s.school(),
          s.name(),
          s.primaryTeacher(),
          coTeachers,
          s.course(),
          s.term(),
          s.attributes());
    }

    void people(RecordKind kind) {
      Set<String> placed = new HashSet<>();
      for (RosterRecord row : rows.get(kind)) {
        if (!knownSchools(row).isEmpty()) {
          placed.add(row.key().id());
        }
      }
      for (RosterRecord row : rows.get(kind)) {
        if (placed.contains(row.key().id()) || Person.of(row).schools().isEmpty()) {
          Person person = Person.of(row);
          RosterRecord valid = person.with(knownSchools(row), person.contacts());
          merged.get(kind).merge(row.key().id(), valid, (a, b) -> Person.of(a).and(Person.of(b)));
        } else {
          reject(kind);
          unread.add(new Unread.One(row.key()));
        }
      }
      keep(kind);
    }

    List<SchoolId> knownSchools(RosterRecord row) {
      return Person.of(row).schools().stream()
          .filter(s -> known(RecordKind.SCHOOL, s.value()))
          .toList();
    }

    void sections() {
      var first = new TreeMap<String, Section>();
      for (RosterRecord row : rows.get(RecordKind.SECTION)) {
        Section section = (Section) row;
        if (!known(RecordKind.SCHOOL, section.school().value())) {
          reject(RecordKind.SECTION);
          unread.add(new Unread.One(row.key()));
        } else {
          Section before = first.putIfAbsent(section.id().value(), section);
          if (before != null && !before.equals(section)) {
            reject(RecordKind.SECTION);
          }
        }
      }
      first.forEach((id, s) -> merged.get(RecordKind.SECTION).put(id, resolved(s)));
      keep(RecordKind.SECTION);
    }

    Section resolved(Section s) {
      return new Section(
          s.id(),
          s.school(),
          s.name(),
          s.primaryTeacher().filter(t -> known(RecordKind.TEACHER, t.value())),
          s.coTeachers().stream().filter(t -> known(RecordKind.TEACHER, t.value())).toList(),
          s.course().filter(c -> known(RecordKind.COURSE, c.value())),
          s.term().filter(t -> known(RecordKind.TERM, t.value())),
          s.attributes());
    }

    void closeOverKept() {
      for (String id : kept.get(RecordKind.SECTION)) {
        Section s = (Section) alive(RecordKind.SECTION, id);
        alsoKeep(RecordKind.SCHOOL, s.school().value());
        s.primaryTeacher().map(TeacherId::value).ifPresent(t -> alsoKeep(RecordKind.TEACHER, t));
        s.coTeachers().forEach(t -> alsoKeep(RecordKind.TEACHER, t.value()));
        s.course().map(CourseId::value).ifPresent(c -> alsoKeep(RecordKind.COURSE, c));
        s.term().map(TermId::value).ifPresent(t -> alsoKeep(RecordKind.TERM, t));
      }
      for (RecordKind kind : PEOPLE) {
        for (String id : kept.get(kind)) {
          Person.of(alive(kind, id)).schools().forEach(s -> alsoKeep(RecordKind.SCHOOL, s.value()));
        }
      }
    }

    void alsoKeep(RecordKind kind, String id) {
      if (!merged.get(kind).containsKey(id)) {
        kept.get(kind).add(id);
      }
    }

    void enrol() {
      var now = new TreeSet<RecordKey>();
      for (RosterRecord row : rows.get(RecordKind.ENROLMENT)) {
        if (bothKnown(row.key())) {
          now.add(row.key());
        } else {
          reject(RecordKind.ENROLMENT);
        }
      }
      for (RecordKey before : enrolments) {
        if (bothKnown(before) && coveredEnrolment(before)) {
          now.add(before);
        }
      }
      enrolments = now;
    }

    boolean bothKnown(RecordKey key) {
      return known(RecordKind.SECTION, key.id()) && known(RecordKind.STUDENT, key.student());
    }

    boolean coveredEnrolment(RecordKey key) {
      RosterRecord now = merged.get(RecordKind.SECTION).get(key.id());
      Section section = (Section) (now == null ? alive(RecordKind.SECTION, key.id()) : now);
      return unread.stream()
          .anyMatch(u ->
              switch (u) {
                case Unread.One(RecordKey one) -> one.equals(key);
                case Unread.OneOf oneOf -> false;
                case Unread.InSection in -> in.section().value().equals(key.id());
                case Unread.InSchool(RecordKind kind, SchoolId school) ->
                    kind == RecordKind.ENROLMENT && section.school().equals(school);
                case Unread.Whole(RecordKind kind) -> kind == RecordKind.ENROLMENT;
              });
    }
  }

  /** The three kinds of people have the same merging rules. */
  private record Person(
      RosterRecord record, List<SchoolId> schools, Optional<String> email, List<Contact> contacts) {
    static Person of(RosterRecord record) {
      return switch (record) {
        case Teacher t -> new Person(t, t.schools(), t.email(), List.of());
        case StaffMember s -> new Person(s, s.schools(), s.email(), List.of());
        case Student s -> new Person(s, s.schools(), s.email(), s.contacts());
        case School s -> throw new IllegalArgumentException(s.toString());
        case Term t -> throw new IllegalArgumentException(t.toString());
        case Course c -> throw new IllegalArgumentException(c.toString());
        case Section s -> throw new IllegalArgumentException(s.toString());
        case Enrolment e -> throw new IllegalArgumentException(e.toString());
      };
    }

    RosterRecord with(List<SchoolId> newSchools, List<Contact> newContacts) {
      return made(newSchools, email, newContacts, Optional.empty());
    }

    RosterRecord and(Person later) {
      var allSchools = new LinkedHashSet<>(schools);
      allSchools.addAll(later.schools);
      var allContacts = new LinkedHashSet<>(contacts);
      allContacts.addAll(later.contacts);
      return made(
          List.copyOf(allSchools),
          email.or(() -> later.email),
          List.copyOf(allContacts),
          Optional.of(later.record));
    }

    private RosterRecord made(
        List<SchoolId> s, Optional<String> e, List<Contact> c, Optional<RosterRecord> fill) {
      return switch (record) {
        case Teacher t -> {
          var attributes = fill.map(f -> t.attributes().orElse(((Teacher) f).attributes()));
          yield new Teacher(t.id(), s, t.name(), e, attributes.orElse(t.attributes()));
        }
        case StaffMember m -> {
          var attributes = fill.map(f -> m.attributes().orElse(((StaffMember) f).attributes()));
          yield new StaffMember(m.id(), s, m.name(), e, attributes.orElse(m.attributes()));
        }
        case Student m -> {
          var attributes = fill.map(f -> m.attributes().orElse(((Student) f).attributes()));
          yield new Student(m.id(), s, m.name(), e, attributes.orElse(m.attributes()), c);
        }
        case School x -> throw new IllegalArgumentException(x.toString());
        case Term x -> throw new IllegalArgumentException(x.toString());
        case Course x -> throw new IllegalArgumentException(x.toString());
        case Section x -> throw new IllegalArgumentException(x.toString());
        case Enrolment x -> throw new IllegalArgumentException(x.toString());
      };
    }
  }
}
