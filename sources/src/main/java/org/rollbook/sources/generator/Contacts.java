package org.rollbook.sources.generator;

import java.util.List;
import java.util.stream.IntStream;

/** A student's contacts, rolled whenever they are wanted. */
final class Contacts {
  private static final List<String> RELATIONSHIPS =
      List.of("Parent", "Parent", "Grandparent", "Aunt/Uncle");

  private final Ground ground;

  Contacts(Ground ground) {
    this.ground = ground;
  }

  record Contact(
      String id, String name, String relationship, String type, String phone, String email) {
    static final Contact NONE = new Contact("", "", "", "", "", "");
  }

  /** One to three contacts, or {@link Contact#NONE} alone: one row for each. */
  List<Contact> of(GeneratedStudent student) {
    Dice dice = Dice.of(~ground.seed(), Dice.Purpose.BACKGROUND, student.number());
    if (dice.fraction() >= ground.settings().studentsWithContacts()) {
      return List.of(Contact.NONE);
    }
    return IntStream.rangeClosed(1, dice.between(1, 3))
        .mapToObj(place -> contact(student, place, dice))
        .toList();
  }

  private Contact contact(GeneratedStudent student, int place, Dice dice) {
    String id = "C" + student.id() + "-" + place;
    int given = ground.names().drawGiven(dice);
    String name = ground.names().given(given) + " " + ground.names().family(student.family());
    String relationship = dice.pick(RELATIONSHIPS);
    String type = relationship.equals("Parent") ? "Parent/Guardian" : "Family";
    String phone = "(" + dice.between(201, 989) + ") 555-01" + dice.between(10, 99);
    return new Contact(
        id,
        name,
        relationship,
        type,
        phone,
        "contact-" + student.id() + "-" + place + "@home.example");
  }
}
