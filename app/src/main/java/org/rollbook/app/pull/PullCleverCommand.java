package org.rollbook.app.pull;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.rollbook.app.commands.AppsInformed;
import org.rollbook.app.commands.ImportActivity;
import org.rollbook.app.commands.NewDistrict;
import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.commands.SnapshotAnswer;
import org.rollbook.app.console.Activity;
import org.rollbook.app.console.SecretFile;
import org.rollbook.app.console.UsageError;
import org.rollbook.hub.node.Node;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.intake.ImportReport;
import org.rollbook.sources.cleverapi.AccessToken;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverApiPull;
import org.rollbook.sources.cleverapi.CleverOAuth;
import org.rollbook.sources.cleverapi.CleverSettings;
import org.rollbook.sources.cleverapi.DistrictTokens;
import org.rollbook.sources.cleverapi.Pulled;
import org.rollbook.sources.cleverapi.Surroundings;
import org.rollbook.sources.cleverapi.TokenSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code pull clever}: a district that is kept in Clever, or in another hub that speaks it (H1).
 */
@Command(
    name = "clever",
    description = {
      "Fetches a district from Clever, or a hub that speaks its API, and imports it.",
      "With --token-file the district's token; else the app's client id and secret get it."
    })
public final class PullCleverCommand extends NodeCommand {
  @Option(
      names = "--district",
      required = true,
      paramLabel = "ID",
      description = "The district's name in this installation.")
  private String district = "";

  @Option(
      names = "--api-url",
      paramLabel = "URL",
      defaultValue = "https://api.clever.com",
      description = "Where the API is (${DEFAULT-VALUE}).")
  private URI api = URI.create("https://api.clever.com");

  @Option(
      names = "--token-url",
      paramLabel = "URL",
      defaultValue = "https://clever.com",
      description = "Where tokens are asked for (${DEFAULT-VALUE}).")
  private URI oauth = CleverOAuth.CLEVER;

  @Option(names = "--token-file", paramLabel = "FILE", description = "The district's token.")
  private Optional<Path> token = Optional.empty();

  @Option(names = "--client-id", paramLabel = "ID", description = "The app's client id.")
  private Optional<String> clientId = Optional.empty();

  @Option(names = "--secret-file", paramLabel = "FILE", description = "The app's client secret.")
  private Optional<Path> secret = Optional.empty();

  @Option(
      names = "--clever-district",
      paramLabel = "ID",
      description = "Clever's id of the district, when the app is connected to several.")
  private Optional<String> cleverDistrict = Optional.empty();

  public PullCleverCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws IOException {
    var key = new DistrictKey(district);
    var before = node.districts();
    var settings = CleverSettings.of(api);
    var around = surroundings(node);
    var clever = new CleverApi(settings, tokens(settings, around), around);
    Path folder = Files.createTempDirectory("rollbook-pull-");
    try {
      Pulled pulled;
      ImportReport report;
      try (var activity = new Activity(console(), "")) {
        activity.step("reading from " + api.getHost());
        pulled = CleverApiPull.pull(clever, folder);
        if (pulled instanceof Pulled.Refused refused) {
          throw new IOException(refused.finding().message());
        }
        report = node.intake().importSnapshot(key, folder, new ImportActivity(activity));
      }
      AppsInformed.by(() -> node.publication().publish(key), console());
      return new SnapshotAnswer(console(), typed("rollbook"), json())
          .tell(key, report, NewDistrict.of(key, before));
    } finally {
      delete(folder);
    }
  }

  private static Surroundings surroundings(Node node) {
    var http =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(15))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return new Surroundings(http, node.clock(), Thread::sleep, ThreadLocalRandom.current());
  }

  private TokenSource tokens(CleverSettings settings, Surroundings around) throws IOException {
    if (token.isPresent()) {
      return TokenSource.fixed(new AccessToken(SecretFile.read(token.get())));
    }
    if (clientId.isEmpty() || secret.isEmpty()) {
      throw new UsageError("Say --token-file FILE, or --client-id ID with --secret-file FILE.");
    }
    var app =
        new CleverOAuth(oauth, clientId.get(), SecretFile.read(secret.get()), settings, around);
    return new DistrictTokens(app, cleverDistrict.isPresent() ? cleverDistrict.get() : only(app));
  }

  private static String only(CleverOAuth app) throws IOException {
    var grants = app.grants();
    if (grants.size() == 1) {
      return grants.getFirst().district();
    }
    throw new UsageError(
        grants.isEmpty()
            ? "No district is connected to this app."
            : "The app is connected to %d districts; say which by --clever-district: %s."
                .formatted(
                    grants.size(),
                    String.join(", ", grants.stream().map(CleverOAuth.Grant::district).toList())));
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
