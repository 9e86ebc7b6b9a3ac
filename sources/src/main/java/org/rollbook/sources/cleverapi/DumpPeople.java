package org.rollbook.sources.cleverapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.StaffId;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.StudentId;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.roster.TeacherId;
import org.rollbook.sources.clever.CleverValues;
import tools.jackson.databind.JsonNode;

/** Makes the roster's people of users in one of their roles. */
final class DumpPeople {
  private static final String EMAIL = "email";

  private DumpPeople() {}

  /** What every person needs: a name and a school. */
  private record Person(
      String id, PersonName name, List<SchoolId> schools, Optional<String> email) {}

  static void teacher(JsonNode user, DumpRows rows) {
    JsonNode role = user.path("roles").path("teacher");
    person(user, role, rows)
        .ifPresent(person ->
            rows.accept(
                new Teacher(
                    new TeacherId(person.id()),
                    person.schools(),
                    person.name(),
                    person.email(),
                    DumpAttributes.TEACHER.read(role, rows))));
  }

  static void staff(JsonNode user, DumpRows rows) {
    JsonNode role = user.path("roles").path("staff");
    person(user, role, rows)
        .ifPresent(person ->
            rows.accept(
                new StaffMember(
                    new StaffId(person.id()),
                    person.schools(),
                    person.name(),
                    person.email(),
                    withRoles(role, DumpAttributes.STAFF.read(role, rows)))));
  }

  /** One column in the files, several values in the API. */
  private static Attributes withRoles(JsonNode role, Attributes attributes) {
    List<String> roles = Json.texts(role, "roles");
    if (roles.isEmpty()) {
      return attributes;
    }
    Map<String, String> values = new TreeMap<>(attributes.values());
    values.put("role", String.join(", ", roles));
    return Attributes.of(values);
  }

  static void student(JsonNode user, List<Contact> contacts, DumpRows rows) {
    JsonNode role = user.path("roles").path("student");
    person(user, role, rows)
        .ifPresent(person ->
            rows.accept(
                new Student(
                    new StudentId(person.id()),
                    person.schools(),
                    person.name(),
                    person.email(),
                    DumpAttributes.STUDENT.read(role, rows),
                    contacts)));
  }

  private static Optional<Person> person(JsonNode user, JsonNode role, DumpRows rows) {
    JsonNode name = user.path("name");
    Optional<String> first = Json.text(name, "first");
    Optional<String> last = Json.text(name, "last");
    List<SchoolId> schools = RolesJson.schools(role).stream().map(SchoolId::new).toList();
    if (first.isEmpty() || last.isEmpty() || schools.isEmpty()) {
      rows.rejectWithout(first.isEmpty() ? "name.first" : last.isEmpty() ? "name.last" : "school");
      return Optional.empty();
    }
    Optional<String> email =
        Json.text(user, EMAIL).flatMap(text -> rows.checked(EMAIL, text, CleverValues.email(text)));
    var fullName = new PersonName(first.get(), Json.text(name, "middle").orElse(""), last.get());
    return Optional.of(new Person(RecordJson.id(user), fullName, schools, email));
  }
}
