package org.rollbook.registry.sharing;

import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does work in one transaction: all of it or nothing. */
final class OneTransaction {
  private final DataSource dataSource;

  OneTransaction(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  <T> T keep(Function<JdbcClient, T> work) {
    return run(work, false);
  }

  /** For work that is only to be looked at: nothing of it stays. */
  <T> T undo(Function<JdbcClient, T> work) {
    return run(work, true);
  }

  private <T> T run(Function<JdbcClient, T> work, boolean undo) {
    Optional<T> result =
        new TransactionTemplate(new JdbcTransactionManager(dataSource))
            .execute(status -> {
              if (undo) {
                status.setRollbackOnly();
              }
              return Optional.of(work.apply(JdbcClient.create(dataSource)));
            });
    return result.orElseThrow();
  }
}
