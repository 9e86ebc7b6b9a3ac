package org.rollbook.sync.connections;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets a connection with all that is kept of it; nothing is done at the target. */
public final class ConnectionRemoval {
  /** What names a connection, and before it what names only its runs. */
  private static final List<String> DELETES =
      List.of(
          "delete from run_operation where district_id = :district and run_id in (%s)",
          "delete from run_class where district_id = :district and run_id in (%s)",
          "delete from run where district_id = :district and connection_id = :connection",
          "delete from pending_class where district_id = :district and connection_id = :connection",
          "delete from seat_baseline where district_id = :district and connection_id = :connection",
          "delete from class_baseline where district_id = :district and connection_id = :connection",
          "delete from account_match where district_id = :district and connection_id = :connection",
          "delete from connection where district_id = :district and id = :connection");

  private static final String RUNS =
      "select id from run where district_id = :district and connection_id = :connection";

  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final TargetConnection connection;

  public ConnectionRemoval(DataSource dataSource, TargetConnection connection) {
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    this.jdbc = JdbcClient.create(dataSource);
    this.connection = connection;
  }

  /** What would be lost. */
  public KeptOfConnection kept() {
    return bind("""
    select
      (select count(*) from class_baseline
       where district_id = :district and connection_id = :connection) as classes,
      (select count(*) from seat_baseline
       where district_id = :district and connection_id = :connection
         and source <> target) +
      (select count(*) from class_baseline
       where district_id = :district and connection_id = :connection
         and name_source <> name_target) as kept_changes,
      (select count(*) from run
       where district_id = :district and connection_id = :connection) as runs,
      (select count(*) from run
       where district_id = :district and connection_id = :connection
         and status in ('RUNNING', 'INCOMPLETE')) as unfinished
    """)
        .query((row, number) ->
            new KeptOfConnection(
                row.getLong("classes"),
                row.getLong("kept_changes"),
                row.getLong("runs"),
                row.getLong("unfinished")))
        .single();
  }

  /** Forgets it. To be called by who makes sure that no run is under way. */
  public void remove() {
    transaction.executeWithoutResult(_ -> {
      // Before anything else: who matches accounts meanwhile ends first, and writes nothing behind.
      bind("select 1 from connection where district_id = :district and id = :connection for update")
          .query(Integer.class)
          .optional();
      DELETES.forEach(delete -> bind(delete.formatted(RUNS)).update());
    });
  }

  private StatementSpec bind(String sql) {
    return jdbc.sql(sql)
        .param("district", connection.districtId())
        .param("connection", connection.id().number());
  }
}
