package org.rollbook.learn.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.database.TestDatabases;

class PeopleTest {
  private static final DistrictId NORTH = new DistrictId("north");
  private static final DistrictId SOUTH = new DistrictId("south");
  private final LearnDatabase database = TestDatabases.open();
  private final People people = new People(database);

  @BeforeEach
  void districts() {
    people.ensure(NORTH, "North");
    people.ensure(SOUTH, "");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Profile teacher(String id, String name, String email) {
    return new Profile(id, true, false, name, "Ng", Optional.of(email));
  }

  @Test
  void S4_anAccountStaysWhenTheAddressChanges() {
    Person before = people.provision(NORTH, teacher("t1", "Ada", "ada@old.example"));
    Person after = people.provision(NORTH, teacher("t1", "Ada", "ada@new.example"));

    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.email()).contains("ada@new.example");
  }

  @Test
  void S8_peopleOfOneNameAndOneAddressAreDifferentPeople() {
    var found =
        people.provision(
            NORTH,
            List.of(teacher("t1", "Ada", "a@x.example"), teacher("t2", "Ada", "a@x.example")));

    assertThat(found.get("t1")).isNotEqualTo(found.get("t2"));
  }

  @Test
  void S9_oneIdInTwoDistrictsIsTwoAccounts() {
    Person north = people.provision(NORTH, teacher("t1", "Ada", "a@x.example"));
    Person south = people.provision(SOUTH, teacher("t1", "Bea", "b@x.example"));

    assertThat(people.find(north.id())).contains(north);
    assertThat(people.find(south.id())).contains(south);
    assertThat(people.known(NORTH, "t1").orElseThrow().givenName()).isEqualTo("Ada");
  }

  @Test
  void nothingIsWrittenForWhoIsAsBefore() {
    people.provision(NORTH, teacher("t1", "Ada", "a@x.example"));
    String before = version("t1");
    people.provision(NORTH, teacher("t1", "Ada", "a@x.example"));
    assertThat(version("t1")).isEqualTo(before);

    people.provision(NORTH, teacher("t1", "Adela", "a@x.example"));
    assertThat(version("t1")).isNotEqualTo(before);
  }

  private String version(String cleverId) {
    return database
        .jdbc()
        .sql("select xmin::text from person where clever_id = ?")
        .param(cleverId)
        .query(String.class)
        .single();
  }

  @Test
  void whoComesWithoutANameKeepsTheFormer() {
    people.provision(NORTH, teacher("t1", "Ada", "a@x.example"));
    people.provision(NORTH, new Profile("t1", true, true, "", " ", Optional.empty()));

    Person known = people.known(NORTH, "t1").orElseThrow();
    assertThat(known.name()).isEqualTo("Ada Ng");
    assertThat(known.attends()).isTrue();
    assertThat(known.email()).isEmpty();
  }

  @Test
  void whoNeverHadANameIsShownAsSuch() {
    var nameless = new Profile("t1", true, false, "", "", Optional.empty());

    assertThat(people.provision(NORTH, nameless).name()).isEqualTo("Name not known");
  }

  @Test
  void theNameOfADistrictIsKeptUntilThereIsAnother() {
    people.ensure(NORTH, "");
    assertThat(people.districtName(NORTH)).contains("North");
    assertThat(people.districtName(SOUTH)).isEmpty();

    people.ensure(NORTH, "North Hill");
    assertThat(people.districtName(NORTH)).contains("North Hill");
  }
}
