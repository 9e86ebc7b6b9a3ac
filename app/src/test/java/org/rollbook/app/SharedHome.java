package org.rollbook.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.node.NodeSettings;

/** Gives tests a command line over one home directory whose database is up as long as any runs. */
public final class SharedHome implements ParameterResolver {
  private static final class Opened implements AutoCloseable {
    private final Path folder;
    private final Node node;

    Opened() throws IOException {
      folder = Files.createTempDirectory("rollbook-command-line-");
      node = Node.open(NodeSettings.of(folder));
      node.database();
    }

    @Override
    public void close() throws IOException {
      node.close();
      try (var inside = Files.walk(folder)) {
        for (Path path : inside.toList().reversed()) {
          Files.delete(path);
        }
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == TypedCommands.class || type == ServedHome.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var home = once(context, Opened.class, SharedHome::opened).folder;
    return parameter.getParameter().getType() == TypedCommands.class
        ? new TypedCommands(home)
        : once(context, ServedHome.class, () -> new ServedHome(home));
  }

  private static Opened opened() {
    try {
      return new Opened();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was made last ends first: the server goes before its home. */
  private static <T> T once(ExtensionContext context, Class<T> type, Supplier<T> make) {
    return context
        .getStore(
            ExtensionContext.StoreScope.LAUNCHER_SESSION,
            ExtensionContext.Namespace.create(SharedHome.class))
        .computeIfAbsent(type, absent -> make.get(), type);
  }
}
