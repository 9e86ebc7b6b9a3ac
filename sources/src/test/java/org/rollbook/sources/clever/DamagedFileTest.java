package org.rollbook.sources.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StudentId;
import org.rollbook.sources.RecordingSink.Rejected;
import org.rollbook.sources.Unread;

/**
 * H3 as a property: whatever one character does to a file, every record of the file is either read
 * or covered by what a rejected row says it would have named. Nobody is simply gone.
 *
 * <p>Left out is the one thing that nothing can tell from a renamed record: an id that lost a
 * character of its own.
 */
class DamagedFileTest {
  private static final int ROWS = 3;
  private static final List<String> TEXTS =
      List.of("Cem", "\"Cem\"", "\"Cem, Jr\"", "\"C \"\"X\"\" D\"", "7", "");

  @TempDir Path folder;

  /** What ids look like, and how one of them begins with another. */
  enum Ids {
    WORDS("S1 S2", "P10 P11 P12", "T1 T2 T3"),
    NUMBERS("1 12", "2 21 212", "1 12 121");

    private final String schools;
    private final String own;
    private final String others;

    Ids(String schools, String own, String others) {
      this.schools = schools;
      this.own = own;
      this.others = others;
    }

    private static String of(String all, int place) {
      String[] ids = all.split(" ", -1);
      return ids[place % ids.length];
    }

    String school(int row) {
      return of(schools, row);
    }

    String own(int row) {
      return of(own, row);
    }

    String other(int row) {
      return of(others, row);
    }

    /** What quotation marks and the like do does not hang on what ids look like. */
    List<String> inserted() {
      return this == WORDS ? List.of(",", "\"", "\n", "\r", "\0") : List.of(",", "\n");
    }
  }

  /** The columns of a file, in one of the orders in which a district may have them. */
  record Layout(CleverFile file, List<String> columns) {
    static Layout of(CleverFile file, String columns) {
      return new Layout(file, List.of(columns.split(",", -1)));
    }

    String header() {
      return String.join(",", columns) + "\n";
    }

    String row(Ids ids, int row, Random random) {
      return String.join(",", columns.stream().map(c -> field(c, ids, row, random)).toList())
          + "\n";
    }

    private String field(String column, Ids ids, int row, Random random) {
      return switch (column) {
        case "School_id" -> file == CleverFile.SCHOOLS ? ids.own(row) : ids.school(row);
        case "Teacher_id" -> file == CleverFile.TEACHERS ? ids.own(row) : ids.other(row);
        case "Student_id" -> file == CleverFile.ENROLLMENTS ? ids.other(row) : ids.own(row);
        case "Section_id", "Staff_id" -> ids.own(row);
        case "Teacher_2_id" -> ids.other(row + 1);
        case "First_name", "Last_name", "School_name" -> TEXTS.get(random.nextInt(5));
        default -> TEXTS.get(random.nextInt(TEXTS.size()));
      };
    }

    /** The columns that tell which record a row is. */
    Set<Integer> naming() {
      List<String> names =
          switch (file) {
            case SCHOOLS -> List.of("School_id");
            case TEACHERS -> List.of("Teacher_id");
            case STAFF -> List.of("Staff_id");
            case STUDENTS -> List.of("Student_id");
            case SECTIONS -> List.of("Section_id");
            case ENROLLMENTS -> List.of("Section_id", "Student_id");
          };
      return new HashSet<>(names.stream().map(columns::indexOf).toList());
    }

    RecordKey key(Ids ids, int row) {
      return file == CleverFile.ENROLLMENTS
          ? RecordKey.of(new SectionId(ids.own(row)), new StudentId(ids.other(row)))
          : RecordKey.of(file.kind(), ids.own(row));
    }

    @Override
    public String toString() {
      return file + " " + columns;
    }
  }

  static Stream<Layout> layouts() {
    return Stream.of(
        Layout.of(CleverFile.SCHOOLS, "School_id,School_name,School_number"),
        Layout.of(CleverFile.SCHOOLS, "School_name,School_id,School_number"),
        Layout.of(CleverFile.TEACHERS, "School_id,Teacher_id,First_name,Last_name,Teacher_email"),
        Layout.of(CleverFile.STAFF, "Staff_id,School_id,First_name,Last_name,Staff_email"),
        Layout.of(CleverFile.STUDENTS, "School_id,Student_id,First_name,Last_name,Student_street"),
        Layout.of(CleverFile.STUDENTS, "Student_id,First_name,Last_name,School_id,Grade"),
        Layout.of(CleverFile.STUDENTS, "School_id,Student_id,Password,First_name,Last_name"),
        Layout.of(CleverFile.STUDENTS, "School_id,First_name,Student_id,Last_name"),
        Layout.of(CleverFile.STUDENTS, "First_name,Student_id,School_id,Last_name"),
        Layout.of(CleverFile.SECTIONS, "School_id,Section_id,Teacher_id,Name"),
        Layout.of(CleverFile.SECTIONS, "School_id,Teacher_id,Section_id,Name"),
        Layout.of(CleverFile.SECTIONS, "Teacher_id,Section_id,Name,School_id"),
        Layout.of(CleverFile.SECTIONS, "School_id,Section_id,Teacher_id,Teacher_2_id"),
        Layout.of(CleverFile.ENROLLMENTS, "School_id,Section_id,Student_id"),
        Layout.of(CleverFile.ENROLLMENTS, "School_id,Section_id,Student_id,Note"),
        Layout.of(CleverFile.ENROLLMENTS, "Section_id,Student_id,School_id"));
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void H3_one_character_too_many_or_too_few_loses_nobody(Layout layout) {
    damage(layout, Ids.WORDS, 0);
    damage(layout, Ids.NUMBERS, 1);
  }

  @ParameterizedTest
  @EnumSource(Ids.class)
  void H3_whatever_names_look_like_one_character_loses_nobody(Ids ids) {
    var layout =
        Layout.of(CleverFile.STUDENTS, "School_id,Student_id,First_name,Last_name,Student_street");
    for (long seed = 2; seed < 4; seed++) {
      damage(layout, ids, seed);
    }
  }

  private void damage(Layout layout, Ids ids, long seed) {
    var random = new Random(seed);
    var rows = new ArrayList<String>();
    for (int row = 0; row < ROWS; row++) {
      rows.add(layout.row(ids, row, random));
    }
    String body = String.join("", rows);
    for (int at = 0; at < body.length(); at++) {
      for (String inserted : ids.inserted()) {
        check(layout, ids, body.substring(0, at) + inserted + body.substring(at));
      }
      if (!isOfAnId(layout, body, at)) {
        check(layout, ids, body.substring(0, at) + body.substring(at + 1));
      }
    }
  }

  private void check(Layout layout, Ids ids, String damaged) {
    Snapshot.Read read = read(layout, ids, damaged);
    Set<RecordKey> there = new HashSet<>();
    read.sink().records.forEach(record -> there.add(record.key()));
    for (int row = 0; row < ROWS; row++) {
      RecordKey key = layout.key(ids, row);
      var school = new SchoolId(ids.school(row));
      assertThat(there.contains(key) || isCovered(key, school, read.sink().rejected))
          .as("%s of%n%s%s", key, layout.header(), damaged)
          .isTrue();
    }
  }

  /** Writes only the one file anew: there are thousands of these snapshots. */
  private Snapshot.Read read(Layout layout, Ids ids, String damaged) {
    try {
      String schools =
          "School_id,School_name\n%s,One\n%s,Two\n".formatted(ids.school(0), ids.school(1));
      Path own = folder.resolve(ids.name());
      if (Files.notExists(own)) {
        Files.createDirectory(own);
        for (var file : new Snapshot().with("schools.csv", schools).files().entrySet()) {
          Files.write(own.resolve(file.getKey()), file.getValue());
        }
      }
      Files.writeString(own.resolve(layout.file().fileName()), layout.header() + damaged);
      return Snapshot.readFrom(own);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Whether the place is within an id that tells which record the row is. */
  private static boolean isOfAnId(Layout layout, String body, int at) {
    int start = body.lastIndexOf('\n', at - 1) + 1;
    // A comma between quotation marks ends no column.
    String before = body.substring(start, at).replaceAll("\"[^\"]*\"|\"[^\"]*$", "");
    long column = before.chars().filter(c -> c == ',').count();
    return layout.naming().contains((int) column) && ",\n".indexOf(body.charAt(at)) < 0;
  }

  private static boolean isCovered(RecordKey key, SchoolId school, List<Rejected> rejected) {
    return rejected.stream()
        .map(Rejected::unread)
        .anyMatch(unread ->
            switch (unread) {
              case Unread.One(RecordKey one) -> one.equals(key);
              case Unread.OneOf(RecordKey likely, Set<String> readings) ->
                  likely.kind() == key.kind()
                      && readings.stream().anyMatch(reading -> reading.startsWith(key.id()));
              case Unread.InSchool(RecordKind kind, SchoolId in) ->
                  kind == key.kind() && in.equals(school);
              case Unread.InSection(SectionId section) ->
                  key.kind() == RecordKind.ENROLMENT && section.value().equals(key.id());
              case Unread.Whole(RecordKind kind) -> kind == key.kind();
            });
  }
}
