package org.rollbook.sources.clever;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rollbook.core.roster.RecordKind;

/**
 * What the reader of Clever's files makes of values, for whoever has the same values from Clever's
 * API: one district is one roster, whichever way it comes.
 */
public final class CleverValues {
  /** Contacts that one student may have. */
  public static final int MOST_CONTACTS = 5;

  /** Terms of one snapshot; beyond this they are something else. */
  public static final int MOST_TERMS = TermReader.MOST;

  /** Courses of one snapshot. */
  public static final int MOST_COURSES = CourseReader.MOST;

  private static final Map<RecordKind, Map<String, Domain>> ATTRIBUTES = attributes();

  private static final Map<String, Domain> OF_CONTACT =
      Map.of(
          "relationship", Domain.RELATIONSHIP,
          "type", Domain.CONTACT_TYPE,
          "phone_type", Domain.PHONE_TYPE,
          "email", Domain.EMAIL);

  private CleverValues() {}

  private static Map<RecordKind, Map<String, Domain>> attributes() {
    Map<RecordKind, Map<String, Domain>> attributes = new EnumMap<>(RecordKind.class);
    for (CleverFile file : CleverFile.values()) {
      Map<String, Domain> domains = new HashMap<>();
      file.columns().forEach(column -> domains.put(column.name(), column.domain()));
      attributes.put(file.kind(), Map.copyOf(domains));
    }
    return attributes;
  }

  /**
   * The value of an attribute as the roster has it; empty when it is none that the attribute can
   * have.
   *
   * @param name the attribute's name, which is the column's; any text goes where there is no column
   * @param text trimmed, not empty
   */
  public static Optional<String> attribute(RecordKind kind, String name, String text) {
    return ATTRIBUTES.getOrDefault(kind, Map.of()).getOrDefault(name, Domain.TEXT).canonical(text);
  }

  /** The same for a contact's attributes. */
  public static Optional<String> ofContact(String name, String text) {
    return OF_CONTACT.getOrDefault(name, Domain.TEXT).canonical(text);
  }

  /** An address as target systems know people by; empty when it can be nobody's. */
  public static Optional<String> email(String text) {
    return Domain.EMAIL.canonical(text);
  }

  /**
   * @param language as {@link #attribute} gives it
   */
  public static String languageCode(String language) {
    return Languages.code(language);
  }

  /**
   * The id of a term or course, which is made of what it says.
   *
   * @param kind {@code term} with name and first and last day, {@code course} with name and number
   */
  public static String contentId(String kind, String... content) {
    return ContentId.of(kind, content);
  }

  /** What a section without a name is called; any but the id may be empty text. */
  public static String sectionName(String course, String sectionNumber, String period, String id) {
    return SectionName.made(course, sectionNumber, period, id);
  }
}
