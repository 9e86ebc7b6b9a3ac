package org.rollbook.sources.clever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling that is known to occur in files, and the one that the roster has. */
class SpellingsTest {
  private static final String KNOWN =
      """
      GRADE           | Kindergarten    | 0 K KG kg Kindergarten KINDERGARTEN
      GRADE           | PreKindergarten | PK Prekindergarten Pre-K pre_k pk
      GRADE           | TransitionalKindergarten | TK TransitionalKindergarten
      GRADE           | InfantToddler   | IT InfantToddler Infant/Toddler
      GRADE           | PostGraduate    | Postgraduate PG post-graduate
      GRADE           | Ungraded        | UG ungraded
      GRADE           | Preschool       | PS Pre-School
      GRADE           | Other           | other
      GRADE           | 1               | 1 01 1st
      GRADE           | 9               | 9 09 9th
      GRADE           | 13              | 13
      GRADE           | Kindergarten    | KF 00
      GRADE           | PreKindergarten | PreKindergarten PreK
      GRADE           | InfantToddler   | Infant toddler
      GRADE           | PostGraduate    | PostGraduate
      GRADE           | Preschool       | Preschool
      GRADE           | 2               | 2 02 2nd
      GRADE           | 3               | 3 03 3rd
      GRADE           | 4               | 4 04 4th
      GRADE           | 5               | 5 05 5th
      GRADE           | 6               | 6 06 6th
      GRADE           | 7               | 7 07 7th
      GRADE           | 8               | 8 08 8th
      GRADE           | 10              | 10 10th
      GRADE           | 11              | 11 11th
      GRADE           | 12              | 12 12th
      GRADE           | 13              | 13th
      GENDER          | M               | M m male Male
      GENDER          | F               | F female FEMALE
      GENDER          | X               | X x non-binary Nonbinary
      RACE            | Caucasian       | W White Caucasian
      RACE            | Black or African American | B Black African-American
      RACE            | Asian           | A Asian
      RACE            | American Indian | I American-Indian
      RACE            | Hawaiian or Other Pacific Islander | P Pacific-Islander
      RACE            | Two or More Races | M Multiracial Two-or-More-Races
      RACE            | Unknown         | U unknown
      RACE            | American Indian | Native-American Alaska-Native American-Indian-or-Alaska-Native
      RACE            | Hawaiian or Other Pacific Islander | Hawaiian Native-Hawaiian
      RACE            | Hawaiian or Other Pacific Islander | Native-Hawaiian-or-Pacific-Islander
      RACE            | Hawaiian or Other Pacific Islander | Native-Hawaiian-or-Other-Pacific-Islander
      RACE            | Two or More Races | Mixed Two-or-more
      YES_NO          | Y               | Y y Yes TRUE 1
      YES_NO          | N               | N n No false 0
      YES_NO          | Y               | T
      YES_NO          | N               | F
      LUNCH           | Free            | Free F Y
      LUNCH           | Reduced         | Reduced R
      LUNCH           | Paid            | Paid P N
      LUNCH           | Other           | Other
      LUNCH           | Free            | Yes Free-lunch
      LUNCH           | Reduced         | Reduced-price Reduced-lunch
      LUNCH           | Paid            | No Full-price Full-pay
      LUNCH           | Other           | O
      SUBJECT         | math            | Math math Mathematics
      SUBJECT         | social studies  | History Social-Studies
      SUBJECT         | english/language arts | ELA English english/language-arts
      SUBJECT         | PE and health   | PE pe-and-health
      SUBJECT         | homeroom/advisory | Homeroom Advisory
      SUBJECT         | english/language arts | Language-Arts English-Language-Arts Reading Writing
      SUBJECT         | math            | maths
      SUBJECT         | science         | science Science sciences
      SUBJECT         | social studies  | Social-Science Geography Civics
      SUBJECT         | language        | language languages World-Language World-Languages
      SUBJECT         | language        | Foreign-Language Foreign-Languages
      SUBJECT         | interventions/online learning | interventions/online-learning Intervention
      SUBJECT         | interventions/online learning | Interventions Online-Learning
      SUBJECT         | technology and engineering | technology-and-engineering Technology
      SUBJECT         | technology and engineering | Engineering Computer-Science
      SUBJECT         | PE and health   | Health Physical-Education
      SUBJECT         | arts and music  | arts-and-music Arts Art Music
      SUBJECT         | homeroom/advisory | homeroom/advisory
      SUBJECT         | other           | other Other
      CONTACT_TYPE    | Parent/Guardian | Parent guardian Parent/Guardian Mother
      CONTACT_TYPE    | Family          | Uncle Cousin Grandfather Great-Aunt
      CONTACT_TYPE    | Other           | Family-Friend
      CONTACT_TYPE    | Parent/Guardian | Father Stepmother Stepfather
      CONTACT_TYPE    | Emergency       | Emergency emergency
      CONTACT_TYPE    | Primary         | Primary primary
      CONTACT_TYPE    | Secondary       | Secondary SECONDARY
      CONTACT_TYPE    | Family          | Family Grandmother Grandparent Great-Grandmother
      CONTACT_TYPE    | Family          | Great-Grandfather Aunt Great-Uncle Aunt/Uncle Sister
      CONTACT_TYPE    | Family          | Brother Sibling Relative
      CONTACT_TYPE    | Other           | Other Friend Neighbor
      RELATIONSHIP    | Parent          | Mother Father Stepfather Parent
      RELATIONSHIP    | Grandparent     | Grandmother
      RELATIONSHIP    | Aunt/Uncle      | Uncle Great-Uncle Aunt/Uncle
      RELATIONSHIP    | Sibling         | Brother
      RELATIONSHIP    | Other           | Cousin
      RELATIONSHIP    | Parent          | Stepmother Mom Dad Stepparent
      RELATIONSHIP    | Grandparent     | Grandparent Grandfather Great-Grandmother Great-Grandfather
      RELATIONSHIP    | Self            | Self self
      RELATIONSHIP    | Aunt/Uncle      | Aunt Great-Aunt
      RELATIONSHIP    | Sibling         | Sibling Sister Stepsister Stepbrother
      RELATIONSHIP    | Other           | Other Guardian Family-Friend Friend Neighbor Relative
      PHONE_TYPE      | Cell            | Cell Mobile
      PHONE_TYPE      | Home            | home
      PHONE_TYPE      | Cell            | Cellphone Cell-Phone
      PHONE_TYPE      | Work            | Work work
      PHONE_TYPE      | Other           | Other OTHER
      LANGUAGE        | Spanish         | spa es Spanish SPANISH
      LANGUAGE        | German          | deu ger de
      LANGUAGE        | Haitian Creole  | hat ht Haitian-Creole
      LANGUAGE        | Other           | other
      LANGUAGE        | English         | eng en English
      DISABILITY_CODE | aut             | AUT aut
      DISABILITY_CODE | db              | db DB
      DISABILITY_CODE | dd              | dd DD
      DISABILITY_CODE | emn             | emn EMN
      DISABILITY_CODE | hi              | hi HI
      DISABILITY_CODE | id              | id ID
      DISABILITY_CODE | md              | md MD
      DISABILITY_CODE | oi              | oi OI
      DISABILITY_CODE | ohi             | ohi OHI
      DISABILITY_CODE | sld             | sld SLD
      DISABILITY_CODE | sli             | sli SLI
      DISABILITY_CODE | tbi             | tbi TBI
      DISABILITY_CODE | vi              | vi VI
      DISABILITY_CODE | other           | other OTHER
      DISABILITY_TYPE | Deaf-blindness  | DEAF-BLINDNESS
      DISABILITY_TYPE | Other           | other
      DISABILITY_TYPE | Autism | Autism
      DISABILITY_TYPE | Developmental delay | Developmental-delay
      DISABILITY_TYPE | Emotional disturbance | Emotional-disturbance
      DISABILITY_TYPE | Hearing impairment | Hearing-impairment
      DISABILITY_TYPE | Intellectual Disability | Intellectual-Disability
      DISABILITY_TYPE | Multiple disabilities | Multiple-disabilities
      DISABILITY_TYPE | Orthopedic impairment | Orthopedic-impairment
      DISABILITY_TYPE | Other health impairment | Other-health-impairment
      DISABILITY_TYPE | Specific learning disability | Specific-learning-disability
      DISABILITY_TYPE | Speech or language impairment | Speech-or-language-impairment
      DISABILITY_TYPE | Traumatic brain injury | Traumatic-brain-injury
      DISABILITY_TYPE | Visual impairment | Visual-impairment
      DATE            | 08/01/2015      | 8/1/15 08/01/2015 2015-08-01 8/1/2015
      DATE            | 11/01/1998      | 11/1/98
      DATE            | 02/29/2004      | 2/29/04
      EMAIL           | ada@x.org       | ada@x.org Ada@X.ORG
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = KNOWN)
  void a_spelling_has_one_canonical_value(Domain domain, String canonical, String spellings) {
    assertThat(Arrays.stream(spellings.split(" ", -1)))
        .allSatisfy(
            spelling -> assertThat(domain.canonical(spelling)).as(spelling).contains(canonical));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GRADE    | -1
          GRADE    | 14
          GRADE    | 1.0
          GRADE    | 1/2
          GRADE    | 9-12
          GRADE    | ?
          GENDER   | U
          RACE     | H
          YES_NO   | maybe
          LUNCH    | X
          LANGUAGE | Klingon
          DATE     | 2/29/2005
          DATE     | 13/1/2010
          DATE     | 1/32/2010
          DATE     | 1/1/210
          DATE     | 20100101
          DATE     | 01-02-2010
          DATE     | 2010-1-1-1
          DATE     | +1/1/2010
          EMAIL    | ada
          EMAIL    | @x.org
          EMAIL    | ada@
          EMAIL    | ada@x@y
          EMAIL    | ada bee@x.org
          EMAIL    | ada@x.org,bee@x.org
          EMAIL    | ada@.org
          EMAIL    | ada@x.
          EMAIL    | <ada@x.org>
          """)
  void what_is_not_in_the_table_is_not_guessed(Domain domain, String text) {
    assertThat(domain.canonical(text)).isEmpty();
  }

  @Test
  void a_canonical_value_means_itself() {
    for (String name : Languages.CODES.keySet()) {
      assertThat(Domain.LANGUAGE.canonical(name)).contains(name);
      assertThat(Domain.LANGUAGE.canonical(Languages.code(name))).contains(name);
    }
    for (Domain domain : Domain.values()) {
      assertThat(known(domain))
          .allSatisfy(value -> assertThat(domain.canonical(value)).as(value).contains(value));
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"TEXT", "EMAIL", "DATE"},
      mode = EnumSource.Mode.EXCLUDE)
  void the_canonical_values_are_those_of_the_published_API(Domain domain) throws IOException {
    Set<String> published = published(domain, CleverSwagger.require());
    assertThat(published)
        .allSatisfy(value -> assertThat(domain.canonical(value)).as(value).contains(value));
    assertThat(published).as("values that are spelled above").containsAll(known(domain));
    if (domain != Domain.LANGUAGE) {
      assertThat(known(domain)).as("values that are published").containsAll(published);
    }
  }

  /** The values that the API's objects have for a domain; none where they are not listed. */
  private static Set<String> published(Domain domain, CleverSwagger api) {
    return switch (domain) {
      case TEXT, EMAIL, DATE -> Set.of();
      case LANGUAGE -> api.valuesOf("home_language");
      case GRADE -> api.valuesOf("(?:low_|high_)?grade");
      case GENDER -> api.valuesOf("gender");
      case RACE -> api.valuesOf("race");
      case YES_NO ->
          api.valuesOf("(?:hispanic_ethnicity|(?:ell|section_504|gifted|disability)_status)");
      case LUNCH -> api.valuesOf("frl_status");
      case SUBJECT -> api.valuesOf("subject");
      case CONTACT_TYPE -> api.valuesOf("type");
      case RELATIONSHIP -> api.valuesOf("relationship");
      case PHONE_TYPE -> api.valuesOf("phone_type");
      case DISABILITY_CODE -> api.valuesOf("disability_code");
      case DISABILITY_TYPE -> api.valuesOf("disability_type");
    };
  }

  private static Set<String> known(Domain domain) {
    return KNOWN
        .lines()
        .map(line -> line.split("\\|", -1))
        .filter(row -> row[0].strip().equals(domain.name()))
        .map(row -> row[1].strip())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: x\nb: x", "a\nA : b"})
  void a_table_that_gives_one_spelling_two_meanings_is_a_mistake(String table) {
    assertThatThrownBy(() -> Spellings.of(table)).isInstanceOf(IllegalArgumentException.class);
  }
}
