package org.rollbook.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.sync.connections.TargetConnection;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Answer;
import org.rollbook.sync.target.CallGate;
import org.rollbook.sync.target.ClassAddress;
import org.rollbook.sync.target.Looked;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetClassId;

/**
 * A target that does everything at once and remembers nothing: what is measured is ours alone.
 * Everybody of a delivery has an account.
 */
final class InstantTarget implements Target, Targets {
  private final Path delivery;
  private final AtomicLong calls = new AtomicLong();

  InstantTarget(Path delivery) {
    this.delivery = delivery;
  }

  /** How often it was asked anything since the last time. */
  long takeCalls() {
    return calls.getAndSet(0);
  }

  @Override
  public Map<String, Integer> quotas(TargetConnection connection, String credentials) {
    return Map.of();
  }

  @Override
  public Target open(TargetConnection connection, String credentials, CallGate gate) {
    return this;
  }

  @Override
  public void accounts(Consumer<Account> each) {
    calls.incrementAndGet();
    accounts("teachers.csv", each);
    accounts("students.csv", each);
  }

  private void accounts(String file, Consumer<Account> each) {
    try (var rows = CsvReader.builder().ofNamedCsvRecord(delivery.resolve(file))) {
      String before = "";
      for (NamedCsvRecord row : rows) {
        String email = email(row).toLowerCase(Locale.ROOT);
        // A person at two schools has two rows, one after the other.
        if (!email.isEmpty() && !email.equals(before)) {
          each.accept(owner(email));
        }
        before = email;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String email(NamedCsvRecord row) {
    return row.getHeader().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("email"))
        .map(row::getField)
        .findFirst()
        .orElse("");
  }

  private static Account owner(String email) {
    return new Account(new AccountId("account-of-" + email), email, List.of(), false);
  }

  @Override
  public Optional<Account> account(String email) {
    calls.incrementAndGet();
    return Optional.of(owner(email));
  }

  @Override
  public Looked look(ClassAddress address, boolean seats) {
    throw new IllegalStateException("no plan here depends on a person's hand: " + address);
  }

  @Override
  public Answer perform(ClassAddress address, Operation operation, Optional<Instant> sentSince) {
    calls.incrementAndGet();
    return new Answer.Done(
        operation instanceof Operation.CreateClass
            ? Optional.of(new TargetClassId(address.name()))
            : Optional.empty());
  }

  @Override
  public Optional<String> check() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
