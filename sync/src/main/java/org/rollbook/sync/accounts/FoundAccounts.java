package org.rollbook.sync.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/**
 * The accounts that the target's directory showed, one row per address, in the temporary table
 * {@code account_found} of the transaction. Its pages are not of one instant: what changes while
 * they are read may stand there twice, or an address at two accounts.
 */
final class FoundAccounts {
  private static final int QUESTIONS_AT_ONCE = 16;

  private final Connection sql;

  FoundAccounts(Connection sql) throws SQLException {
    this.sql = sql;
    try (var statement = sql.createStatement()) {
      statement.execute(
          """
          create temporary table if not exists account_found
            (email text, account_id text collate "C", suspended boolean) on commit delete rows
          """);
    }
  }

  /** Reads the whole directory, as a stream. */
  void list(Target target) throws SQLException, TargetUnavailable, InterruptedException {
    try (var rows = new Rows(sql)) {
      target.accounts(rows::write);
      rows.end();
    }
    index();
  }

  /** Asks for each address. */
  void ask(Target target, List<String> addresses)
      throws SQLException, TargetUnavailable, InterruptedException {
    var found = new LinkedHashSet<Account>();
    for (var answer : answers(target, addresses)) {
      answer.ifPresent(found::add);
    }
    try (var rows = new Rows(sql)) {
      found.forEach(rows::write);
      rows.end();
    }
    index();
  }

  private static List<Optional<Account>> answers(Target target, List<String> addresses)
      throws TargetUnavailable, InterruptedException {
    var places = new Semaphore(QUESTIONS_AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var asked = new ArrayList<Future<Optional<Account>>>();
      for (var address : addresses) {
        Callable<Optional<Account>> question =
            () -> {
              places.acquire();
              try {
                return target.account(address);
              } finally {
                places.release();
              }
            };
        asked.add(threads.submit(question));
      }
      var answers = new ArrayList<Optional<Account>>();
      for (var future : asked) {
        answers.add(future.get());
      }
      return answers;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TargetUnavailable unavailable) {
        throw unavailable;
      }
      throw new IllegalStateException("asking for an account failed", e.getCause());
    }
  }

  private void index() throws SQLException {
    try (var statement = sql.createStatement()) {
      statement.execute("analyze account_found");
    }
  }

  /** Rows on their way into the table; what was not ended is cancelled. */
  private static final class Rows implements AutoCloseable {
    private final CopyIn copy;

    Rows(Connection sql) throws SQLException {
      copy =
          sql.unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy account_found (email, account_id, suspended) from stdin");
    }

    void write(Account account) {
      var lines = new StringBuilder();
      line(lines, account.email(), account);
      account.aliases().stream()
          .filter(alias -> !alias.equals(account.email()))
          .distinct()
          .forEach(alias -> line(lines, alias, account));
      var bytes = lines.toString().getBytes(UTF_8);
      try {
        copy.writeToCopy(bytes, 0, bytes.length);
      } catch (SQLException e) {
        throw new IllegalStateException("account not stored", e);
      }
    }

    private static void line(StringBuilder to, String address, Account account) {
      to.append(escaped(address)).append('\t').append(escaped(account.id().value()));
      to.append('\t').append(account.suspended() ? 't' : 'f').append('\n');
    }

    private static String escaped(String text) {
      return text.replace("\\", "\\\\")
          .replace("\t", "\\t")
          .replace("\n", "\\n")
          .replace("\r", "\\r");
    }

    void end() throws SQLException {
      copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }
}
