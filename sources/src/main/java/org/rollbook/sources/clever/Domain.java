package org.rollbook.sources.clever;

import java.util.Optional;
import java.util.function.Function;

/**
 * What the values of a column may be, and how they are written in the roster: as Clever's API v3.1
 * writes them (its published swagger file; the spellings are those seen in districts' files).
 */
enum Domain {
  TEXT("", Optional::of),
  EMAIL("an address such as name@school.org", EmailAddress::canonical),
  DATE("a date such as 8/25/2026 or 2026-08-25", text -> Dates.parse(text).map(Dates::american)),
  LANGUAGE("a language's English name or its three-letter code", Languages::name),
  GRADE(
      "Kindergarten, PreKindergarten, 1 to 13, PostGraduate, Ungraded or Other",
      """
      InfantToddler: infant, toddler, IT
      Preschool: PS
      PreKindergarten: PK, PreK
      TransitionalKindergarten: TK
      Kindergarten: K, KG, KF, 0, 00
      1: 01, 1st
      2: 02, 2nd
      3: 03, 3rd
      4: 04, 4th
      5: 05, 5th
      6: 06, 6th
      7: 07, 7th
      8: 08, 8th
      9: 09, 9th
      10: 10th
      11: 11th
      12: 12th
      13: 13th
      PostGraduate: PG
      Ungraded: UG
      Other
      """),
  GENDER(
      "M, F or X",
      """
      M: male
      F: female
      X: non-binary
      """),
  RACE(
      "Caucasian, Asian, Black or African American, American Indian, Hawaiian or Other Pacific"
          + " Islander, Two or More Races or Unknown",
      """
      Caucasian: W, White
      Asian: A
      Black or African American: B, Black, African American
      American Indian: I, Native American, American Indian or Alaska Native, Alaska Native
      Hawaiian or Other Pacific Islander: P, Pacific Islander, Hawaiian, Native Hawaiian, \
      Native Hawaiian or Other Pacific Islander, Native Hawaiian or Pacific Islander
      Two or More Races: M, Multiracial, Two or more, Mixed
      Unknown: U
      """),
  YES_NO(
      "Y or N",
      """
      Y: yes, true, T, 1
      N: no, false, F, 0
      """),
  LUNCH(
      "Free, Reduced, Paid or Other",
      """
      Free: F, Y, Yes, Free lunch
      Reduced: R, Reduced price, Reduced lunch
      Paid: P, N, No, Full price, Full pay
      Other: O
      """),
  SUBJECT(
      "english/language arts, math, science, social studies, language, homeroom/advisory,"
          + " interventions/online learning, technology and engineering, PE and health, arts and"
          + " music or other",
      """
      english/language arts: ELA, English, Language Arts, English Language Arts, Reading, Writing
      math: mathematics, maths
      science: sciences
      social studies: history, social science, geography, civics
      language: languages, world language, world languages, foreign language, foreign languages
      homeroom/advisory: homeroom, advisory
      interventions/online learning: interventions, intervention, online learning
      technology and engineering: technology, engineering, computer science
      PE and health: PE, health, physical education
      arts and music: arts, art, music
      other
      """),
  CONTACT_TYPE(
      "Parent/Guardian, Emergency, Primary, Secondary, Family or Other",
      """
      Parent/Guardian: parent, guardian, mother, father, stepmother, stepfather
      Emergency
      Primary
      Secondary
      Family: grandmother, grandfather, grandparent, great grandmother, great grandfather, \
      aunt, uncle, great aunt, great uncle, aunt/uncle, sister, brother, sibling, cousin, relative
      Other: family friend, friend, neighbor
      """),
  RELATIONSHIP(
      "Parent, Grandparent, Self, Aunt/Uncle, Sibling or Other",
      """
      Parent: mother, father, stepmother, stepfather, mom, dad, stepparent
      Grandparent: grandmother, grandfather, great grandmother, great grandfather
      Self
      Aunt/Uncle: aunt, uncle, great aunt, great uncle
      Sibling: sister, brother, stepsister, stepbrother
      Other: cousin, guardian, family friend, friend, neighbor, relative
      """),
  PHONE_TYPE(
      "Cell, Home, Work or Other",
      """
      Cell: mobile, cellphone
      Home
      Work
      Other
      """),
  DISABILITY_CODE(
      "one of aut, db, dd, emn, hi, id, md, oi, ohi, sld, sli, tbi, vi or other",
      """
      aut
      db
      dd
      emn
      hi
      id
      md
      oi
      ohi
      sld
      sli
      tbi
      vi
      other
      """),
  DISABILITY_TYPE(
      "a category of the Individuals with Disabilities Education Act",
      """
      Autism
      Deaf-blindness
      Developmental delay
      Emotional disturbance
      Hearing impairment
      Intellectual Disability
      Multiple disabilities
      Orthopedic impairment
      Other health impairment
      Specific learning disability
      Speech or language impairment
      Traumatic brain injury
      Visual impairment
      Other
      """);

  private final String examples;

  // A pure function over a constant table; the checker cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<String, Optional<String>> canonical;

  Domain(String examples, Function<String, Optional<String>> canonical) {
    this.examples = examples;
    this.canonical = canonical;
  }

  Domain(String examples, String spellings) {
    this(examples, Spellings.of(spellings)::canonical);
  }

  /** What may be written instead of an unknown value, to stand after "please write". */
  String examples() {
    return examples;
  }

  /**
   * @param text trimmed, not empty
   * @return the value as the roster has it, never empty text; absent when it is none of this domain
   */
  Optional<String> canonical(String text) {
    return canonical.apply(text);
  }

  /** The code of a finding about a value that is none of this domain. */
  Code fault() {
    return switch (this) {
      case EMAIL -> Code.MALFORMED_EMAIL;
      case DATE -> Code.MALFORMED_DATE;
      case TEXT,
          LANGUAGE,
          GRADE,
          GENDER,
          RACE,
          YES_NO,
          LUNCH,
          SUBJECT,
          CONTACT_TYPE,
          RELATIONSHIP,
          PHONE_TYPE,
          DISABILITY_CODE,
          DISABILITY_TYPE ->
          Code.UNKNOWN_VALUE;
    };
  }
}
