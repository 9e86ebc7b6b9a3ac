package org.rollbook.sync.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.database.DatabaseSettings;
import org.rollbook.sync.SyncTables;

/** One embedded PostgreSQL for all tests of a module, handed to whoever has it as a parameter. */
public final class TestDatabase implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Database.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(
            ExtensionContext.StoreScope.LAUNCHER_SESSION, Namespace.create(TestDatabase.class))
        .computeIfAbsent(Database.class, _ -> open(), Database.class);
  }

  private static Database open() {
    try {
      var home = Files.createTempDirectory("rollbook-sync-test-");
      return Database.open(new DatabaseSettings.Embedded(home), List.of(SyncTables.MIGRATIONS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
