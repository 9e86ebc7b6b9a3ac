package org.rollbook.hub.node;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollbook.hub.proxies.ForwardingHeader;
import org.rollbook.hub.proxies.Network;
import org.rollbook.hub.proxies.TrustedProxies;
import org.rollbook.registry.database.DatabaseSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** {@code rollbook.yml} in a home directory. */
final class HomeFile {
  private static final List<String> TOP =
      List.of("database", "public-url", "trusted-proxies", "forwarded-header");
  private static final List<String> DATABASE = List.of("url", "user", "password", "password-file");

  private final Home home;
  private final Path file;

  HomeFile(Home home) {
    this.home = home;
    this.file = home.folder().resolve("rollbook.yml");
  }

  /** Where the database is: embedded unless the file says otherwise. */
  DatabaseSettings database() {
    if (!Files.exists(file)) {
      return new DatabaseSettings.Embedded(home.made());
    }
    var top = known("", read(), TOP);
    return top.containsKey("database")
        ? external(known("database", top.get("database"), DATABASE))
        : new DatabaseSettings.Embedded(home.made());
  }

  /** How browsers and apps reach the server, where the file says it. */
  Optional<URI> publicUrl() {
    return Files.exists(file)
        ? text(known("", read(), TOP), "public-url").map(this::publicUrl)
        : Optional.empty();
  }

  /** The proxies whose word about callers' addresses is believed: none unless the file says so. */
  TrustedProxies trustedProxies() {
    if (!Files.exists(file)) {
      return TrustedProxies.NONE;
    }
    var top = known("", read(), TOP);
    List<?> listed =
        switch (top.get("trusted-proxies")) {
          case null -> List.of();
          case List<?> list -> list;
          case Object one -> List.of(one);
        };
    return new TrustedProxies(
        listed.stream().map(this::network).toList(),
        text(top, "forwarded-header")
            .map(this::forwardingHeader)
            .orElse(ForwardingHeader.X_FORWARDED_FOR));
  }

  private Network network(Object text) {
    try {
      return Network.of(text.toString());
    } catch (IllegalArgumentException e) {
      throw new SettingsRefused(
          "In %s, 'trusted-proxies' has '%s', which is no address and no network like 10.0.0.0/8."
              .formatted(file, text),
          e);
    }
  }

  private ForwardingHeader forwardingHeader(String word) {
    return ForwardingHeader.of(word)
        .orElseThrow(() ->
            new SettingsRefused(
                "In %s, 'forwarded-header' is '%s' and none of: %s."
                    .formatted(file, word, ForwardingHeader.words())));
  }

  private URI publicUrl(String text) {
    try {
      var url = new URI(text);
      boolean whole = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      boolean bare =
          "".equals(url.getRawPath()) && url.getRawQuery() == null && url.getRawFragment() == null;
      if (whole && bare && url.getHost() != null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // As any other that cannot be used.
    }
    throw new SettingsRefused(
        "In %s, 'public-url' is '%s' and not like https://rollbook.example.org, without a path."
            .formatted(file, text));
  }

  private @Nullable Object read() {
    try (var reader = Files.newBufferedReader(file)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    } catch (IOException e) {
      throw new SettingsRefused("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
    } catch (YAMLException e) {
      // Its message may quote the line, and so a password: only the place is passed on.
      throw new SettingsRefused("%s is not YAML%s.".formatted(file, place(e)));
    }
  }

  private static String place(YAMLException e) {
    return e instanceof org.yaml.snakeyaml.error.MarkedYAMLException marked
            && marked.getProblemMark() != null
        ? " (line %d)".formatted(marked.getProblemMark().getLine() + 1)
        : "";
  }

  private Map<String, Object> known(String under, @Nullable Object value, List<String> names) {
    if (value == null) {
      return Map.of();
    }
    if (!(value instanceof Map<?, ?> map)) {
      throw new SettingsRefused(
          "In %s, %s is no list of 'name: value' lines."
              .formatted(file, under.isEmpty() ? "the top level" : "'" + under + "'"));
    }
    var values = new TreeMap<String, Object>();
    map.forEach((key, entry) -> {
      var name = String.valueOf(key);
      if (!names.contains(name)) {
        throw new SettingsRefused(
            "In %s, '%s' is unknown%s. Known are: %s."
                .formatted(
                    file,
                    name,
                    under.isEmpty() ? "" : " under '" + under + "'",
                    String.join(", ", names)));
      }
      if (entry != null) {
        values.put(name, entry);
      }
    });
    return values;
  }

  private DatabaseSettings external(Map<String, Object> values) {
    return new DatabaseSettings.External(
        text(values, "url")
            .orElseThrow(() ->
                new SettingsRefused(
                    "In %s, 'database' needs a 'url' like jdbc:postgresql://host:5432/rollbook."
                        .formatted(file))),
        text(values, "user").orElse("rollbook"),
        password(values));
  }

  private String password(Map<String, Object> values) {
    var given = text(values, "password");
    var named = text(values, "password-file");
    if (given.isPresent() && named.isPresent()) {
      throw new SettingsRefused(
          "In %s, give 'password' or 'password-file', not both.".formatted(file));
    }
    return named.map(this::passwordIn).or(() -> given).orElse("");
  }

  private String passwordIn(String name) {
    var place = home.folder().resolve(name);
    try {
      return Files.readString(place).strip();
    } catch (IOException e) {
      throw new SettingsRefused(
          "The password file %s cannot be read: %s.".formatted(place, e.getMessage()), e);
    }
  }

  private static Optional<String> text(Map<String, Object> values, String name) {
    return Optional.ofNullable(values.get(name)).map(Object::toString);
  }
}
