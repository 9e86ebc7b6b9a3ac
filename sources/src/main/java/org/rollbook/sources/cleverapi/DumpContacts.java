package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;
import org.rollbook.sources.clever.CleverValues;
import tools.jackson.databind.JsonNode;

/** Students' contacts, read beside the students: both files ascend by student. */
final class DumpContacts {
  private final DumpLines lines;
  private Optional<JsonNode> head;

  DumpContacts(DumpLines lines) throws IOException {
    this.lines = lines;
    this.head = lines.next();
  }

  /** Of students who are asked for in ascending order; those of students in between are skipped. */
  List<Contact> of(String student, DumpRows rows) throws IOException {
    while (head.isPresent() && Ids.ascend(student(head.get()), student)) {
      head = lines.next();
    }
    var contacts = new LinkedHashSet<Contact>();
    while (head.isPresent() && student(head.get()).equals(student)) {
      contact(head.get(), student, rows).ifPresent(contacts::add);
      head = lines.next();
    }
    return counted(new ArrayList<>(contacts), student, rows);
  }

  /** To the end, so that a damaged file is found out. */
  void finish() throws IOException {
    while (head.isPresent()) {
      head = lines.next();
    }
  }

  private static String student(JsonNode line) {
    return RecordJson.id(line);
  }

  private static List<Contact> counted(List<Contact> contacts, String student, DumpRows rows) {
    int most = CleverValues.MOST_CONTACTS;
    if (contacts.size() <= most) {
      return contacts;
    }
    rows.drop(
        "contacts",
        "TOO_MANY_CONTACTS",
        "Student %s has more than %d contacts; the student is taken with the first of them."
            .formatted(student, most));
    return contacts.subList(0, most);
  }

  private static Optional<Contact> contact(JsonNode line, String student, DumpRows rows) {
    JsonNode user = line.path("contact");
    String name = name(user.path("name"));
    if (name.isEmpty()) {
      rows.drop(
          "contacts",
          "CONTACT_WITHOUT_NAME",
          "A contact of student %s has no name; the student is taken without it."
              .formatted(student));
      return Optional.empty();
    }
    JsonNode role = user.path("roles").path("contact");
    Map<String, String> values = new TreeMap<>();
    put(values, "sis_id", role, rows);
    put(values, "phone", role, rows);
    put(values, "phone_type", role, rows);
    put(values, "email", user, rows);
    put(values, "relationship", line.path("relationship"), rows);
    put(values, "type", line.path("relationship"), rows);
    return Optional.of(new Contact(name, Attributes.of(values)));
  }

  /** Clever writes the full name into {@code last}; a hub may split it. */
  private static String name(JsonNode name) {
    return Stream.of("first", "middle", "last")
        .flatMap(part -> Json.text(name, part).stream())
        .collect(Collectors.joining(" "));
  }

  private static void put(Map<String, String> values, String field, JsonNode json, DumpRows rows) {
    Json.text(json, field)
        .flatMap(text -> rows.checked(field, text, CleverValues.ofContact(field, text)))
        .ifPresent(value -> values.put(field, value));
  }
}
