package org.rollbook.registry.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.Course;
import org.rollbook.core.roster.CourseId;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.PersonName;
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
import tools.jackson.databind.JsonNode;

/** A roster written as text, with source ids in place of record ids, to be compared. */
public record Written(TreeMap<String, String> records, TreeSet<String> enrolments) {
  public static Written of(OracleRoster oracle) {
    var records = new TreeMap<String, String>();
    for (RecordKind kind : RecordKind.values()) {
      oracle
          .live(kind)
          .forEach((id, r) ->
              records.put(kind.name().toLowerCase(java.util.Locale.ROOT) + " " + id, text(r)));
    }
    var enrolments = new TreeSet<String>();
    for (RecordKey key : oracle.enrolments()) {
      enrolments.add(key.id() + " " + key.student());
    }
    return new Written(records, enrolments);
  }

  private static String text(RosterRecord record) {
    return switch (record) {
      case School s -> s.name() + map(s.attributes());
      case Term t -> t.name() + text(t.start()) + text(t.end());
      case Course c -> c.name() + c.number();
      case Teacher t -> person(t.schools(), t.name(), t.email(), t.attributes(), List.of());
      case StaffMember s -> person(s.schools(), s.name(), s.email(), s.attributes(), List.of());
      case Student s -> person(s.schools(), s.name(), s.email(), s.attributes(), s.contacts());
      case Section s ->
          s.school()
              + s.name()
              + text(s.primaryTeacher().map(TeacherId::value))
              + s.coTeachers().stream().map(TeacherId::value).toList()
              + text(s.course().map(CourseId::value))
              + text(s.term().map(TermId::value))
              + map(s.attributes());
      case Enrolment e -> throw new IllegalArgumentException(e.toString());
    };
  }

  private static String person(
      List<SchoolId> schools,
      PersonName name,
      Optional<String> email,
      Attributes attributes,
      List<Contact> contacts) {
    String written =
        contacts.stream().map(c -> c.name() + map(c.attributes())).collect(Collectors.joining());
    return schools.stream().map(SchoolId::value).toList()
        + name.first()
        + name.middle()
        + name.last()
        + text(email)
        + map(attributes)
        + written;
  }

  private static String text(Optional<?> value) {
    return "<" + value.map(Object::toString).orElse("null") + ">";
  }

  private static String map(Attributes attributes) {
    return attributes.values().toString();
  }

  public static Written of(RosterDump dump) {
    var records = new TreeMap<String, String>();
    var enrolments = new TreeSet<String>();
    var sources = new TreeMap<Long, String>();
    dump.records().forEach((id, e) -> sources.put(id, e.object().get("source_id").stringValue()));
    dump.records()
        .forEach((id, e) -> {
          records.put(e.kind() + " " + sources.get(id), text(e, sources));
          e.object()
              .path("students")
              .forEach(s -> enrolments.add(sources.get(id) + " " + sources.get(s.longValue())));
        });
    return new Written(records, enrolments);
  }

  private static String text(RosterDump.Entry e, Map<Long, String> sources) {
    JsonNode o = e.object();
    return switch (e.kind()) {
      case "school" -> string(o, "name") + map(o.get("attributes"));
      case "term" ->
          string(o, "name") + "<" + string(o, "start_date") + "><" + string(o, "end_date") + ">";
      case "course" -> string(o, "name") + string(o, "number");
      case "section" ->
          source(o.get("school_id"), sources)
              + string(o, "name")
              + "<"
              + source(o.get("primary_teacher_id"), sources)
              + ">"
              + all(o.get("co_teacher_ids"), sources)
              + "<"
              + source(o.get("course_id"), sources)
              + "><"
              + source(o.get("term_id"), sources)
              + ">"
              + map(o.get("attributes"));
      default ->
          all(o.get("school_ids"), sources)
              + string(o, "given_name")
              + string(o, "middle_name")
              + string(o, "family_name")
              + "<"
              + string(o, "email")
              + ">"
              + map(o.get("attributes"))
              + contacts(o.path("contacts"));
    };
  }

  private static String contacts(JsonNode contacts) {
    var text = new StringBuilder();
    contacts.forEach(c -> text.append(string(c, "name")).append(map(c.get("attributes"))));
    return text.toString();
  }

  private static String string(JsonNode object, String field) {
    return object.get(field).isNull() ? "null" : object.get(field).stringValue();
  }

  private static String source(JsonNode id, Map<Long, String> sources) {
    return id.isNull() ? "null" : String.valueOf(sources.get(id.longValue()));
  }

  private static List<String> all(JsonNode ids, Map<Long, String> sources) {
    return ids.valueStream().map(id -> source(id, sources)).toList();
  }

  private static String map(JsonNode object) {
    var map = new TreeMap<String, String>();
    object.properties().forEach(p -> map.put(p.getKey(), p.getValue().stringValue()));
    return map.toString();
  }
}
