package org.rollbook.sync.accounts;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The district and connection that every statement of this package is about. */
record MatchScope(int districtId, long connectionId) {
  StatementSpec bind(StatementSpec statement) {
    return statement.param("district", districtId).param("connection", connectionId);
  }
}
