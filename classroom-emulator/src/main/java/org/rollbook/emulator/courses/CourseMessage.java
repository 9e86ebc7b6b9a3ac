package org.rollbook.emulator.courses;

import java.util.Set;
import java.util.regex.Pattern;
import org.rollbook.emulator.people.AccountId;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.NamedError;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Times;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes a class as the message {@code Course} (source: discovery). */
final class CourseMessage {
  private static final int NAME = 750;
  private static final int SECTION = 2_800;
  private static final int HEADING = 3_600;
  private static final int DESCRIPTION = 30_000;
  private static final int ROOM = 650;
  private static final int SUBJECT = 750;

  /** What Google takes for an address in a title is not published; this is the plain meaning. */
  private static final Pattern URL =
      Pattern.compile(
          "(?i)(\\bhttps?://\\S|\\bwww\\.\\S|\\b[a-z0-9-]+\\.(com|org|net|edu|gov|io)\\b)");

  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "name",
          "section",
          "descriptionHeading",
          "description",
          "room",
          "ownerId",
          "creationTime",
          "updateTime",
          "enrollmentCode",
          "courseState",
          "alternateLink",
          "teacherGroupEmail",
          "courseGroupEmail",
          "teacherFolder",
          "courseMaterialSets",
          "guardiansEnabled",
          "calendarId",
          "gradebookSettings",
          "subject");

  private CourseMessage() {}

  static Fields read(ObjectNode body) {
    return Fields.of("course", body, FIELDS);
  }

  static CourseText text(Fields fields) {
    return new CourseText(
        name(fields),
        fields.text("section", SECTION).orElse(""),
        fields.text("descriptionHeading", HEADING).orElse(""),
        fields.text("description", DESCRIPTION).orElse(""),
        fields.text("room", ROOM).orElse(""),
        fields.text("subject", SUBJECT).orElse(""));
  }

  /** The former text with the fields of an update mask taken from the message. */
  static CourseText masked(CourseText former, Fields fields, Set<String> mask) {
    return new CourseText(
        mask.contains("name") ? name(fields) : former.name(),
        masked("section", SECTION, former.section(), fields, mask),
        masked("descriptionHeading", HEADING, former.descriptionHeading(), fields, mask),
        masked("description", DESCRIPTION, former.description(), fields, mask),
        masked("room", ROOM, former.room(), fields, mask),
        masked("subject", SUBJECT, former.subject(), fields, mask));
  }

  private static String masked(
      String name, int longest, String former, Fields fields, Set<String> mask) {
    return mask.contains(name) ? fields.text(name, longest).orElse("") : former;
  }

  private static String name(Fields fields) {
    String name =
        fields
            .text("name", NAME)
            .orElseThrow(() -> Refused.invalid("Field course.name is required."));
    if (URL.matcher(name).find()) {
      throw NamedError.COURSE_TITLE_CANNOT_CONTAIN_URL.refused();
    }
    return name;
  }

  /**
   * Writes the class.
   *
   * @param inside whether the reader runs the class: codes and the teachers' folder are theirs only
   */
  static ObjectNode write(Course course, String domain, boolean inside) {
    ObjectNode json = Json.object().put("id", course.id());
    CourseText text = course.text();
    json.put("name", text.name());
    put(json, "section", text.section());
    put(json, "descriptionHeading", text.descriptionHeading());
    put(json, "description", text.description());
    put(json, "room", text.room());
    put(json, "subject", text.subject());
    json.put("ownerId", new AccountId(course.owner()).text());
    json.put("creationTime", Times.text(course.created()))
        .put("updateTime", Times.text(course.updated()));
    if (inside) {
      json.put("enrollmentCode", course.enrollmentCode());
    }
    json.put("courseState", course.state().name());
    writeLinks(json, course, domain, inside);
    return json;
  }

  private static void writeLinks(ObjectNode json, Course course, String domain, boolean inside) {
    String hex = Integer.toHexString(course.ordinal() * 0x9E37_79B1);
    json.put("alternateLink", "https://classroom.google.com/c/" + hex);
    json.put("teacherGroupEmail", "Class_teachers_" + hex + "@" + domain);
    json.put("courseGroupEmail", "Class_" + hex + "@" + domain);
    if (inside) {
      ObjectNode folder = json.putObject("teacherFolder").put("id", "folder" + hex);
      folder.put("title", course.text().name());
      folder.put("alternateLink", "https://drive.google.com/drive/folders/folder" + hex);
    }
    json.put("guardiansEnabled", false);
    if (course.onceActive()) {
      json.put("calendarId", "classroom" + hex + "@group.calendar.google.com");
    }
    ObjectNode gradebook = json.putObject("gradebookSettings");
    gradebook.put("calculationType", "TOTAL_POINTS").put("displaySetting", "HIDE_OVERALL_GRADE");
  }

  private static void put(ObjectNode json, String name, String text) {
    if (!text.isEmpty()) {
      json.put(name, text);
    }
  }
}
