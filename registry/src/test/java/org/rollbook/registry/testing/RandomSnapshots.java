package org.rollbook.registry.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.CourseId;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.School;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.Section;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StaffId;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.StudentId;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.TeacherId;
import org.rollbook.core.roster.Term;
import org.rollbook.core.roster.TermId;
import org.rollbook.registry.testing.FakeSnapshot.Row;
import org.rollbook.sources.Unread;

/**
 * Snapshots of a very small district in which everything happens: records come, go and return, rows
 * are repeated, contradict each other, name what is not there, or cannot be read.
 */
public final class RandomSnapshots {
  private static final List<RecordKind> KINDS = List.of(RecordKind.values());

  private final RandomGenerator random;
  private final List<Row> rows = new ArrayList<>();

  public RandomSnapshots(RandomGenerator random) {
    this.random = random;
  }

  public FakeSnapshot next() {
    rows.clear();
    each("school-", 3, 9, id -> read(new School(new SchoolId(id), text("School"), attributes())));
    each("t", 5, 8, id -> read(teacher(id)));
    each("u", 2, 8, id -> read(staff(id)));
    each("s", 8, 8, id -> read(student(id)));
    each("term", 2, 9, id -> read(term(id)));
    each("course", 2, 9, id -> read(new Course(new CourseId(id), text("Course"), "")));
    each("c", 4, 8, id -> read(section(id)));
    for (int i = random.nextInt(20); i > 0; i--) {
      read(new Enrolment(new SectionId(some("c", 5)), new StudentId(some("s", 9))));
    }
    while (random.nextInt(3) == 0) {
      unread();
    }
    return new FakeSnapshot(rows, List.of(), false);
  }

  private interface Maker {
    void make(String id);
  }

  private void each(String prefix, int count, int often, Maker maker) {
    for (int i = 1; i <= count; i++) {
      if (random.nextInt(10) < often) {
        maker.make(prefix + i);
      }
      if (random.nextInt(10) == 0) {
        maker.make(prefix + i);
      }
    }
  }

  private void read(org.rollbook.core.roster.RosterRecord record) {
    rows.add(new Row.Read(record));
    if (random.nextInt(20) == 0) {
      rows.add(new Row.Read(record));
    }
  }

  private void unread() {
    RecordKind kind = KINDS.get(random.nextInt(KINDS.size()));
    boolean enrolment = kind == RecordKind.ENROLMENT;
    RecordKey key =
        enrolment
            ? RecordKey.of(new SectionId(some("c", 5)), new StudentId(some("s", 9)))
            : RecordKey.of(kind, some(prefix(kind), 5));
    Unread unread =
        switch (random.nextInt(8)) {
          case 0 -> new Unread.Whole(kind);
          case 1, 2 -> new Unread.InSchool(kind, new SchoolId(some("school-", 3)));
          case 3, 4 -> enrolment ? new Unread.InSection(new SectionId(some("c", 5))) : oneOf(key);
          default -> new Unread.One(key);
        };
    rows.add(new Row.Unreadable(kind, unread));
  }

  /** As of a row that may have lost the comma behind its id, or have one too many in it. */
  private Unread oneOf(RecordKey key) {
    boolean lost = random.nextBoolean();
    RecordKey likely = lost ? RecordKey.of(key.kind(), key.id() + "Ann") : key;
    return new Unread.OneOf(likely, Set.of(key.id() + some("Ann", 2), some("t", 5)));
  }

  private static String prefix(RecordKind kind) {
    return switch (kind) {
      case SCHOOL -> "school-";
      case TERM -> "term";
      case COURSE -> "course";
      case TEACHER -> "t";
      case STAFF -> "u";
      case STUDENT -> "s";
      case SECTION, ENROLMENT -> "c";
    };
  }

  private Teacher teacher(String id) {
    return new Teacher(new TeacherId(id), schools(), name(), email(), attributes());
  }

  private StaffMember staff(String id) {
    return new StaffMember(new StaffId(id), schools(), name(), email(), attributes());
  }

  private Student student(String id) {
    return new Student(new StudentId(id), schools(), name(), email(), attributes(), contacts());
  }

  private Term term(String id) {
    Optional<LocalDate> start =
        Optional.of(LocalDate.of(2026, 8, 1)).filter(d -> random.nextBoolean());
    return new Term(new TermId(id), text("Term"), start, Optional.empty());
  }

  private Section section(String id) {
    var teachers = new LinkedHashSet<TeacherId>();
    for (int i = random.nextInt(4); i > 0; i--) {
      teachers.add(new TeacherId(some("t", 6)));
    }
    Optional<TeacherId> primary = teachers.stream().findFirst();
    return new Section(
        new SectionId(id),
        new SchoolId(some("school-", 4)),
        text("Section"),
        primary,
        teachers.stream().skip(1).toList(),
        Optional.of(new CourseId(some("course", 3))).filter(c -> random.nextBoolean()),
        Optional.of(new TermId(some("term", 3))).filter(c -> random.nextBoolean()),
        attributes());
  }

  private String some(String prefix, int count) {
    return prefix + (1 + random.nextInt(count));
  }

  private List<SchoolId> schools() {
    var schools = new LinkedHashSet<SchoolId>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      schools.add(new SchoolId(some("school-", 4)));
    }
    return List.copyOf(schools);
  }

  private List<Contact> contacts() {
    var contacts = new LinkedHashSet<Contact>();
    for (int i = random.nextInt(4) - 1; i > 0; i--) {
      contacts.add(contact(some("Parent \"\\\n ä𝄞 ", 3) + "x"));
    }
    return List.copyOf(contacts);
  }

  /** Known by all that a contact can be known by, or by some of it. */
  private Contact contact(String name) {
    var attributes = new TreeMap<String, String>(Map.of("relationship", "of " + name));
    for (String known : List.of("sis_id", "email", "phone", "type")) {
      if (random.nextInt(3) == 0) {
        attributes.put(known, known + some("", 2));
      }
    }
    return new Contact(name, Attributes.of(attributes));
  }

  private PersonName name() {
    return new PersonName(text("Ann"), random.nextInt(4) == 0 ? "M\t\\" : "", "O'Neil \\N ü");
  }

  private Optional<String> email() {
    return Optional.of(some("e", 3) + "@x.example").filter(e -> random.nextInt(3) > 0);
  }

  private Attributes attributes() {
    return switch (random.nextInt(8)) {
      case 0 -> Attributes.NONE;
      case 1 -> Attributes.of(Map.of("grade", some("", 2), "ext.note", "a \"b\" \\ c\n\u0001"));
      default -> Attributes.of(Map.of("grade", "7"));
    };
  }

  /** Nearly always the same, so that most records stay as they are. */
  private String text(String what) {
    return random.nextInt(6) == 0 ? what + " II" : what;
  }
}
