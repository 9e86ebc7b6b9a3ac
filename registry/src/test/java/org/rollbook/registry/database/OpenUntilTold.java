package org.rollbook.registry.database;

import java.io.IOException;
import java.nio.file.Path;

/** A process that has the database open until its standard input ends. */
final class OpenUntilTold {
  private OpenUntilTold() {}

  public static void main(String[] arguments) throws IOException {
    try (Database database = Database.open(new DatabaseSettings.Embedded(Path.of(arguments[0])))) {
      int one = database.jdbc().sql("select 1").query(Integer.class).single();
      System.out.println(one == 1 ? "open" : "wrong");
      while (System.in.read() >= 0) {
        // Whatever comes in, until nothing does.
      }
    }
  }
}
