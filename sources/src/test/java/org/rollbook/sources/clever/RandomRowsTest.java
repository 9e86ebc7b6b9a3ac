package org.rollbook.sources.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.sources.Reading;

/**
 * Whatever stands in the files: nothing is thrown, and every row ends accepted or rejected. A
 * failing seed is in the failure's description; set {@code rollbook.seed} to replay it.
 */
class RandomRowsTest {
  private static final int ROUNDS = 150;
  private static final List<String> PIECES =
      List.of(
          "",
          " ",
          "S1",
          "P1",
          "C1",
          "T1",
          "Cem",
          "a@b",
          "9",
          "K",
          "8/1/15",
          "Y",
          "\"",
          "\"\"",
          "\"x\"",
          "\"a,b\"",
          "\"a\nb\"",
          "\"",
          "\0",
          "\t",
          "é",
          "\ud83d\ude00",
          "\u00a0",
          "\u2028",
          "x".repeat(300),
          "\r",
          ",",
          ",,,,,,");
  private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");

  @TempDir Path folder;

  @Test
  void every_row_is_accepted_or_rejected_and_nothing_is_thrown() {
    long first = Long.getLong("rollbook.seed", 0);
    for (long seed = first; seed < first + ROUNDS; seed++) {
      check(seed);
    }
  }

  private void check(long seed) {
    var random = new Random(seed);
    var snapshot = new Snapshot();
    for (CleverFile file : CleverFile.values()) {
      snapshot.with(file.fileName(), text(file, random));
    }
    Snapshot.Read read = snapshot.read(folder);
    if (read.reading() instanceof Reading.Complete complete) {
      long rejected = complete.rows().values().stream().mapToLong(Reading.Rows::rejected).sum();
      assertThat(read.sink().rejected).as("seed " + seed).hasSize((int) rejected);
      for (CleverFile file : CleverFile.values()) {
        long accepted = read.rows(file.kind()).accepted();
        assertThat(read.sink().records.stream().filter(r -> r.key().kind() == file.kind()))
            .as("seed " + seed + " " + file)
            .hasSize((int) accepted);
      }
    }
  }

  private static byte[] text(CleverFile file, Random random) {
    List<String> header = file.columns().stream().map(Column::name).toList();
    var text = new StringBuilder(String.join(",", header));
    for (int row = random.nextInt(12); row >= 0; row--) {
      text.append(LINE_ENDS.get(random.nextInt(LINE_ENDS.size())));
      int fields = random.nextInt(6) > 0 ? header.size() : random.nextInt(header.size() + 3);
      boolean wild = random.nextInt(3) == 0;
      for (int field = 0; field < fields; field++) {
        text.append(field == 0 ? "" : ",").append(piece(random, wild));
      }
    }
    return bytes(text.toString(), random);
  }

  private static String piece(Random random, boolean wild) {
    // A rare one, for its size is all that is special about it.
    boolean endless = wild && random.nextInt(500) == 0;
    return endless ? "x".repeat(10_001) : PIECES.get(random.nextInt(wild ? PIECES.size() : 12));
  }

  /** Now and then a byte is another one, which seldom makes UTF-8. */
  private static byte[] bytes(String text, Random random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(50) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
