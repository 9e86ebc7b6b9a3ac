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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.sources.RecordingSink.Rejected;
import org.rollbook.sources.Unread;

/**
 * H3 as a property: whatever one character does to students.csv, every student of the file is
 * either read or covered by what a rejected row says it would have named. Nobody is simply gone.
 *
 * <p>Left out is the one thing that nothing can tell from a renamed student: a character other than
 * a quotation mark that changes an id itself.
 */
class DamagedFileTest {
  private static final String HEADER = "School_id,Student_id,First_name,Last_name,Student_street\n";
  private static final List<String> FIRST =
      List.of("Cem", "\"Cem\"", "\"Cem, Jr\"", "\"C \"\"X\"\" D\"");
  private static final int STUDENTS = 4;

  @TempDir Path folder;

  @Test
  void H3_one_character_too_many_or_too_few_loses_nobody() {
    for (long seed = 0; seed < 3; seed++) {
      List<String> rows = rows(new Random(seed));
      String body = String.join("", rows);
      for (int at = 0; at < body.length(); at++) {
        for (String inserted : List.of(",", "\"", "\n", "\r", "\0")) {
          check(seed, body, at, body.substring(0, at) + inserted + body.substring(at), inserted);
        }
        String removed = body.substring(at, at + 1);
        check(seed, body, at, body.substring(0, at) + body.substring(at + 1), removed);
      }
    }
  }

  private static List<String> rows(Random random) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < STUDENTS; i++) {
      String first = FIRST.get(random.nextInt(FIRST.size()));
      String street = random.nextBoolean() ? "\"1 Road, Town\"" : "2 Road";
      rows.add("S%d,P1%d,%s,Dog,%s\n".formatted(1 + i % 2, i, first, street));
    }
    return rows;
  }

  private void check(long seed, String body, int at, String damaged, String character) {
    if (!character.equals("\"") && isInId(body, at)) {
      return;
    }
    Snapshot.Read read = read(damaged);
    Set<RecordKey> there = new HashSet<>();
    read.sink().records.forEach(record -> there.add(record.key()));
    for (int i = 0; i < STUDENTS; i++) {
      RecordKey student = RecordKey.of(RecordKind.STUDENT, "P1" + i);
      SchoolId school = new SchoolId("S" + (1 + i % 2));
      assertThat(there.contains(student) || isCovered(student, school, read.sink().rejected))
          .as("seed %d, %s at %d of%n%s", seed, student, at, damaged)
          .isTrue();
    }
  }

  /** Writes only the one file anew: there are thousands of these snapshots. */
  private Snapshot.Read read(String students) {
    try {
      if (Files.notExists(folder.resolve("schools.csv"))) {
        String schools = "School_id,School_name\nS1,One\nS2,Two\n";
        for (var file : new Snapshot().with("schools.csv", schools).files().entrySet()) {
          Files.write(folder.resolve(file.getKey()), file.getValue());
        }
      }
      Files.writeString(folder.resolve("students.csv"), HEADER + students);
      return Snapshot.readFrom(folder);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Whether the place is in, or at the edge of, the second field of its line. */
  private static boolean isInId(String body, int at) {
    int start = body.lastIndexOf('\n', at - 1) + 1;
    int first = body.indexOf(',', start);
    int second = body.indexOf(',', first + 1);
    return at > first && at <= second;
  }

  private static boolean isCovered(RecordKey student, SchoolId school, List<Rejected> rejected) {
    return rejected.stream()
        .map(Rejected::unread)
        .anyMatch(unread ->
            switch (unread) {
              case Unread.One(RecordKey key) -> key.equals(student);
              case Unread.InSchool(RecordKind kind, SchoolId in) ->
                  kind == RecordKind.STUDENT && in.equals(school);
              case Unread.InSection(var section) -> false;
              case Unread.Whole(RecordKind kind) -> kind == RecordKind.STUDENT;
            });
  }
}
