package org.rollbook.sources.generator;

import java.util.ArrayList;
import java.util.List;

/** The names that people of a generated district can have, by number, so that a person is small. */
final class Names {
  private static final List<String> GENDERS = List.of("F", "M", "N");
  private static final List<String> GROUPS = List.of("H", "B", "A", "W", "I", "P");

  private final List<String> given = new ArrayList<>();
  private final List<String> givenFolded = new ArrayList<>();
  private final List<String> genders = new ArrayList<>();
  private final List<String> family = new ArrayList<>();
  private final List<String> familyFolded = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();

  Names() {
    for (String gender : GENDERS) {
      for (String name : Words.under("given-names.txt", gender)) {
        given.add(name);
        givenFolded.add(Words.folded(name));
        genders.add(gender);
      }
    }
    for (String group : GROUPS) {
      for (String name : Words.under("family-names.txt", group)) {
        family.add(name);
        familyFolded.add(Words.folded(name));
        groups.add(group);
      }
    }
  }

  int drawGiven(Dice dice) {
    return dice.below(given.size());
  }

  /** Draws a family name: first a group, so that no group is as large as its list is long. */
  int drawFamily(Dice dice) {
    int roll = dice.below(100);
    String group =
        roll < 27
            ? "H"
            : roll < 42 ? "B" : roll < 52 ? "A" : roll < 97 ? "W" : roll < 99 ? "I" : "P";
    return drawFamily(group, dice);
  }

  /** Draws another family name of the same group. */
  int drawOtherFamily(int family, Dice dice) {
    int other = drawFamily(groups.get(family), dice);
    return other == family ? drawOtherFamily(family, dice) : other;
  }

  private int drawFamily(String group, Dice dice) {
    return dice.between(groups.indexOf(group), groups.lastIndexOf(group));
  }

  String given(int number) {
    return given.get(number);
  }

  String givenFolded(int number) {
    return givenFolded.get(number);
  }

  /** F, M, or N for a name that anybody can have. */
  String gender(int number) {
    return genders.get(number);
  }

  String family(int number) {
    return family.get(number);
  }

  String familyFolded(int number) {
    return familyFolded.get(number);
  }

  /** The letter of the group that most bearers of the family name belong to. */
  String group(int number) {
    return groups.get(number);
  }

  int givenCount() {
    return given.size();
  }

  int familyCount() {
    return family.size();
  }
}
