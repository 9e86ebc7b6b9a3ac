package org.rollbook.registry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.database.DatabaseSettings;

/** One embedded server for all tests of the module; every test makes districts of its own. */
public final class TestServer implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Database.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(ExtensionContext.StoreScope.LAUNCHER_SESSION, Namespace.create(TestServer.class))
        .computeIfAbsent(Database.class, absent -> open(), Database.class);
  }

  private static Database open() {
    try {
      Path home = Files.createTempDirectory("rollbook-registry-test-");
      return Database.open(new DatabaseSettings.Embedded(home));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
