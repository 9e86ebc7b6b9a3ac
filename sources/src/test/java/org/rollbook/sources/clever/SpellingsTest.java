package org.rollbook.sources.clever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling that is known to occur in files, and the one that the roster has. */
class SpellingsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
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
          YES_NO          | Y               | Y y Yes TRUE 1
          YES_NO          | N               | N n No false 0
          LUNCH           | Free            | Free F Y
          LUNCH           | Reduced         | Reduced R
          LUNCH           | Paid            | Paid P N
          LUNCH           | Other           | Other
          SUBJECT         | math            | Math math Mathematics
          SUBJECT         | social studies  | History Social-Studies
          SUBJECT         | english/language arts | ELA English english/language-arts
          SUBJECT         | PE and health   | PE pe-and-health
          SUBJECT         | homeroom/advisory | Homeroom Advisory
          CONTACT_TYPE    | Parent/Guardian | Parent guardian Parent/Guardian Mother
          CONTACT_TYPE    | Family          | Uncle Cousin Grandfather Great-Aunt
          CONTACT_TYPE    | Other           | Family-Friend
          RELATIONSHIP    | Parent          | Mother Father Stepfather Parent
          RELATIONSHIP    | Grandparent     | Grandmother
          RELATIONSHIP    | Aunt/Uncle      | Uncle Great-Uncle Aunt/Uncle
          RELATIONSHIP    | Sibling         | Brother
          RELATIONSHIP    | Other           | Cousin
          PHONE_TYPE      | Cell            | Cell Mobile
          PHONE_TYPE      | Home            | home
          LANGUAGE        | Spanish         | spa es Spanish SPANISH
          LANGUAGE        | German          | deu ger de
          LANGUAGE        | Haitian Creole  | hat ht Haitian-Creole
          LANGUAGE        | Other           | other
          DISABILITY_CODE | aut             | AUT aut
          DISABILITY_TYPE | Deaf-blindness  | DEAF-BLINDNESS
          DATE            | 08/01/2015      | 8/1/15 08/01/2015 2015-08-01 8/1/2015
          DATE            | 11/01/1998      | 11/1/98
          DATE            | 02/29/2004      | 2/29/04
          EMAIL           | ada@x.org       | ada@x.org Ada@X.ORG
          """)
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
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: x\nb: x", "a\nA : b"})
  void a_table_that_gives_one_spelling_two_meanings_is_a_mistake(String table) {
    assertThatThrownBy(() -> Spellings.of(table)).isInstanceOf(IllegalArgumentException.class);
  }
}
