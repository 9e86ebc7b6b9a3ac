package org.rollbook.learn.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LearnDatabaseTest {
  @Test
  void aNewDatabaseGetsItsTables() {
    try (var database = TestDatabases.open()) {
      assertThat(
              database
                  .jdbc()
                  .sql(
                      "select count(*) from information_schema.tables where table_schema = 'public'")
                  .query(Integer.class)
                  .single())
          .isGreaterThan(10);
    }
  }
}
