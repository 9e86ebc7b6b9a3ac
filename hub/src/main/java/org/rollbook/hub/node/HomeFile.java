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
import org.rollbook.registry.database.DatabaseSettings;
import org.rollbook.web.proxies.ForwardingHeader;
import org.rollbook.web.proxies.Network;
import org.rollbook.web.proxies.TrustedProxies;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** {@code rollbook.yml} in a home directory. */
final class HomeFile {
  private static final List<String> TOP =
      List.of(
          "database",
          "public-url",
          "trusted-proxies",
          "forwarded-header",
          "learn-database",
          "learn");
  private static final List<String> DATABASE = List.of("url", "user", "password", "password-file");
  private static final List<String> LEARN = List.of("public-url", "support-contact", "clever");
  private static final List<String> CLEVER =
      List.of(
          "base-url",
          "api-url",
          "client-id",
          "client-secret",
          "client-secret-file",
          "rostering-client-id",
          "rostering-client-secret",
          "rostering-client-secret-file");

  private final Home home;
  private final Path file;

  HomeFile(Home home) {
    this.home = home;
    this.file = home.folder().resolve("rollbook.yml");
  }

  /** Where the database is: embedded unless the file says otherwise. */
  DatabaseSettings database() {
    var top = top();
    return top.containsKey("database")
        ? external("database", top)
        : new DatabaseSettings.Embedded(home.made());
  }

  /** How browsers and apps reach the server, where the file says it. */
  Optional<URI> publicUrl() {
    return url("", top(), "public-url");
  }

  /** Where the learning app's database is, if the file says it. */
  Optional<DatabaseSettings.External> learnDatabase() {
    var top = top();
    return top.containsKey("learn-database")
        ? Optional.of(external("learn-database", top))
        : Optional.empty();
  }

  /** The proxies whose word about callers' addresses is believed: none unless the file says so. */
  TrustedProxies trustedProxies() {
    var top = top();
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

  /** Whether the file says anything of the learning app. */
  boolean namesLearn() {
    var top = top();
    return top.containsKey("learn") || top.containsKey("learn-database");
  }

  /** What the file says of the learning app. */
  LearnSetup learn() {
    var learn = known("learn", top().get("learn"), LEARN);
    return new LearnSetup(
        url("learn", learn, "public-url"),
        text(learn, "support-contact"),
        Optional.ofNullable(learn.get("clever"))
            .map(clever -> clever(known("learn: clever", clever, CLEVER))));
  }

  private LearnSetup.Clever clever(Map<String, Object> values) {
    var under = "learn: clever";
    return new LearnSetup.Clever(
        url(under, values, "base-url").orElse(LearnSetup.Clever.BASE),
        url(under, values, "api-url").orElse(LearnSetup.Clever.API),
        app(values, "").orElseThrow(() -> needs(under, "client-id", "the id Clever gave the app")),
        app(values, "rostering-"));
  }

  private Optional<LearnSetup.App> app(Map<String, Object> values, String prefix) {
    return text(values, prefix + "client-id")
        .map(id ->
            new LearnSetup.App(
                id,
                secret("learn: clever", values, prefix + "client-secret")
                    .orElseThrow(() ->
                        needs(
                            "learn: clever",
                            prefix + "client-secret",
                            "the secret that belongs to the id"))));
  }

  private SettingsRefused needs(String under, String name, String what) {
    return new SettingsRefused("In %s, '%s' needs '%s': %s.".formatted(file, under, name, what));
  }

  private Map<String, Object> top() {
    return Files.exists(file) ? known("", read(), TOP) : Map.of();
  }

  private Optional<URI> url(String under, Map<String, Object> values, String name) {
    var place = under.isEmpty() ? name : under + ": " + name;
    return text(values, name).map(text -> url(place, text));
  }

  private URI url(String name, String text) {
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
        "In %s, '%s' is '%s' and not like https://rollbook.example.org, without a path."
            .formatted(file, name, text));
  }

  private @Nullable Object read() {
    try (var reader = Files.newBufferedReader(file)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    } catch (IOException e) {
      throw new SettingsRefused("%s cannot be read: %s.".formatted(file, FileFault.says(e)), e);
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

  private DatabaseSettings.External external(String under, Map<String, Object> top) {
    var values = known(under, top.get(under), DATABASE);
    return new DatabaseSettings.External(
        text(values, "url")
            .orElseThrow(() ->
                new SettingsRefused(
                    "In %s, '%s' needs a 'url' like jdbc:postgresql://host:5432/rollbook."
                        .formatted(file, under))),
        text(values, "user").orElse("rollbook"),
        secret(under, values, "password").orElse(""));
  }

  /** Given itself, or in a file of its own. */
  private Optional<String> secret(String under, Map<String, Object> values, String name) {
    var given = text(values, name);
    var named = text(values, name + "-file");
    if (given.isPresent() && named.isPresent()) {
      throw new SettingsRefused(
          "In %s, under '%s' give '%s' or '%s-file', not both.".formatted(file, under, name, name));
    }
    return named.map(place -> contents(name, place)).or(() -> given);
  }

  private String contents(String what, String name) {
    var place = home.folder().resolve(name);
    try {
      return Files.readString(place).strip();
    } catch (IOException e) {
      throw new SettingsRefused(
          "The %s file %s cannot be read: %s.".formatted(what, place, FileFault.says(e)), e);
    }
  }

  private static Optional<String> text(Map<String, Object> values, String name) {
    return Optional.ofNullable(values.get(name)).map(Object::toString);
  }
}
