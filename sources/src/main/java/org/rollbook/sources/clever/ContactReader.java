package org.rollbook.sources.clever;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;

/**
 * The contact columns of a student's row. Each contact repeats the student's row; Clever takes
 * five. Whatever is wrong with a contact, the student's row is taken.
 */
final class ContactReader {
  private static final int MOST = CleverValues.MOST_CONTACTS;

  private record ContactColumn(int index, String name, Domain domain) {}

  private final FileReading reading;
  private final int name;
  private final int type;
  private final List<ContactColumn> columns;
  private final Set<Contact> ofStudent = new HashSet<>();
  private String student = "";

  ContactReader(FileReading reading) {
    this.reading = reading;
    Header header = reading.header();
    this.name = header.index("contact_name");
    this.type = header.index("contact_type");
    this.columns =
        List.of(
            column(header, "sis_id", Domain.TEXT),
            column(header, "relationship", Domain.RELATIONSHIP),
            column(header, "type", Domain.CONTACT_TYPE),
            column(header, "phone", Domain.TEXT),
            column(header, "phone_type", Domain.PHONE_TYPE),
            column(header, "email", Domain.EMAIL));
  }

  private static ContactColumn column(Header header, String name, Domain domain) {
    return new ContactColumn(header.index("contact_" + name), name, domain);
  }

  List<Contact> read(RowBuffer row, String studentId) {
    if (!student.equals(studentId)) {
      student = studentId;
      ofStudent.clear();
    }
    String contactName = row.get(name);
    if (contactName.isEmpty()) {
      noteNameless(row);
      return List.of();
    }
    return counted(new Contact(contactName, attributes(row)));
  }

  private Attributes attributes(RowBuffer row) {
    var values = new TreeMap<String, String>();
    for (ContactColumn column : columns) {
      String value = reading.value(column.index(), column.domain());
      if (!value.isEmpty()) {
        values.put(column.name(), value);
      }
    }
    // Older files write "Mother" as the type and have no column for the relationship.
    Domain.RELATIONSHIP
        .canonical(row.get(type))
        .filter(relationship -> !relationship.equals("Other"))
        .ifPresent(relationship -> values.putIfAbsent("relationship", relationship));
    return new Attributes(values);
  }

  /** Contacts are counted over rows that follow each other, so that nothing is kept of the rest. */
  private List<Contact> counted(Contact contact) {
    if (ofStudent.size() >= MOST && !ofStudent.contains(contact)) {
      reading.drop(
          name,
          Code.TOO_MANY_CONTACTS,
          "Student %s has more than %d contacts; the row is taken without this one, please leave"
                  .formatted(FileReading.shown(student), MOST)
              + " the most important ones.");
      return List.of();
    }
    ofStudent.add(contact);
    return List.of(contact);
  }

  private void noteNameless(RowBuffer row) {
    if (columns.stream().anyMatch(column -> !row.get(column.index()).isEmpty())) {
      reading.drop(
          name,
          Code.CONTACT_WITHOUT_NAME,
          "A contact of student %s has no name; the student is taken without it, please give the"
                  .formatted(FileReading.shown(student))
              + " contact a name.");
    }
  }
}
