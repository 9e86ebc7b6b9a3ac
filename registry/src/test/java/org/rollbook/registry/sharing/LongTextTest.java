package org.rollbook.registry.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.school;
import static org.rollbook.registry.testing.SmallDistrict.student;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.Contact;
import org.rollbook.core.roster.Student;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.Person;
import org.rollbook.registry.testing.SharingDistrict;
import org.rollbook.registry.testing.TestServer;

/** A field of a file has up to 10,000 letters, and no index of ours may stumble over it. */
@ExtendWith(TestServer.class)
final class LongTextTest {
  private static final int LONGEST_FIELD = 10_000;

  private final Database database;
  private final SharingDistrict district;
  private final App app;

  LongTextTest(Database database) {
    this.database = database;
    this.district = new SharingDistrict(database);
    this.app = district.app(SharedField.STUDENT_CONTACTS);
    district.publish(school("A"));
    district.share(app, new Share(new Selection.WholeDistrict(), true, List.of(), new TreeSet<>()));
  }

  /** Letters at random, since the database makes little of those that repeat themselves. */
  private static String letters(long seed) {
    return new Random(seed)
        .ints(LONGEST_FIELD, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Student with(String id, Map<String, String> attributes, Contact... contacts) {
    Student known = student(id, "A");
    return new Student(
        known.id(),
        known.schools(),
        known.name(),
        known.email(),
        Attributes.of(attributes),
        List.of(contacts));
  }

  private static Contact contact(String name, String... attribute) {
    return new Contact(
        name,
        attribute.length == 0
            ? Attributes.NONE
            : Attributes.of(Map.of(attribute[0], attribute[1])));
  }

  @Test
  void a_contact_is_published_however_long_its_name_id_and_telephone_are() {
    String name = letters(1);
    assertThat(
            district.publish(
                school("A"),
                with("s", Map.of(), contact(name), contact("Eve", "sis_id", letters(2))),
                with("t", Map.of(), contact(name), contact("Eve", "phone", letters(3)))))
        .isEqualTo(5);
    assertThat(district.named(app)).containsKey("contact " + name);
  }

  @Test
  void H8_a_contact_with_a_long_name_is_the_same_one_when_it_returns() {
    String name = letters(4);
    district.publish(school("A"), with("s", Map.of(), contact(name)));
    var first = district.object(app, "contact " + name).get("id");
    district.publish(school("A"), student("s", "A"));
    assertThat(district.named(app)).doesNotContainKey("contact " + name);
    district.publish(school("A"), with("t", Map.of(), contact(name)), student("s", "A"));
    assertThat(district.object(app, "contact " + name).get("id")).isEqualTo(first);
  }

  @Test
  void people_sign_in_with_a_user_name_of_any_length() {
    String name = letters(5);
    district.publish(
        school("A"),
        with("s", Map.of("username", name + "1")),
        with("t", Map.of("username", name + "2")));
    var people = new People(database.dataSource());
    int number = people.district(district.key()).orElseThrow().number();
    assertThat(people.withUsername(number, name + "2"))
        .extracting(Person::familyName)
        .containsExactly("Dent t");
    assertThat(people.withUsername(number, name)).isEmpty();
  }
}
