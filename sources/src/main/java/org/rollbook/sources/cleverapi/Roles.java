package org.rollbook.sources.cleverapi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollbook.sources.cleverapi.CleverRecord.Location;
import org.rollbook.sources.cleverapi.CleverRecord.Name;

/** What a user is in the district: one role or several, of which {@code contact} stands alone. */
public record Roles(
    Optional<Student> student,
    Optional<Teacher> teacher,
    Optional<Staff> staff,
    Optional<DistrictAdmin> districtAdmin,
    Optional<Contact> contact) {
  /** Roles by the word with which lists of users are filtered. */
  public enum Kind {
    STUDENT("student"),
    TEACHER("teacher"),
    STAFF("staff"),
    DISTRICT_ADMIN("district_admin"),
    CONTACT("contact");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in a query and in {@code roles}. */
    public String word() {
      return word;
    }
  }

  /** Whether the user has the role. */
  public boolean has(Kind kind) {
    return switch (kind) {
      case STUDENT -> student.isPresent();
      case TEACHER -> teacher.isPresent();
      case STAFF -> staff.isPresent();
      case DISTRICT_ADMIN -> districtAdmin.isPresent();
      case CONTACT -> contact.isPresent();
    };
  }

  /**
   * @param school the primary school
   * @param more every other plain value under the API's name for it, for example {@code race}
   */
  public record Student(
      Optional<String> sisId,
      Optional<String> number,
      Optional<String> stateId,
      Optional<String> school,
      List<String> schools,
      Optional<String> grade,
      Optional<String> graduationYear,
      Optional<LocalDate> born,
      Optional<String> gender,
      Name preferredName,
      Location location,
      Optional<String> userName,
      Map<String, String> more,
      Map<String, String> ext) {}

  /**
   * @param school the primary school
   */
  public record Teacher(
      Optional<String> sisId,
      Optional<String> number,
      Optional<String> stateId,
      Optional<String> school,
      List<String> schools,
      Optional<String> title,
      Optional<String> userName,
      Map<String, String> ext) {}

  /**
   * @param roles what the district calls them
   */
  public record Staff(
      Optional<String> staffId,
      Optional<String> title,
      Optional<String> department,
      List<String> roles,
      List<String> schools,
      Optional<String> userName,
      Map<String, String> ext) {}

  /** Has no schools. */
  public record DistrictAdmin(Optional<String> title) {}

  public record Contact(
      Optional<String> sisId,
      Optional<String> phone,
      Optional<String> phoneType,
      List<Relationship> students) {}

  /**
   * @param student user id
   */
  public record Relationship(
      String student, Optional<String> relationship, Optional<String> type) {}
}
