package org.rollbook.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Interruption;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line in this process, as somebody types into it. */
public final class TypedCommands {
  private static final JsonMapper ONE_DOCUMENT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Path home;

  public TypedCommands(Path home) {
    this.home = home;
  }

  /**
   * @param out all of standard output
   * @param err all of standard error
   */
  public record Answer(int exit, String out, String err) {
    /** Standard output as exactly one JSON document. */
    public JsonNode json() {
      return ONE_DOCUMENT.readTree(out);
    }
  }

  /** The home directory that commands work on. */
  public Path home() {
    return home;
  }

  /** Types one command. */
  public Answer type(Object... arguments) {
    return run(InputStream.nullInputStream(), false, arguments);
  }

  /** Types one command on a terminal, and then an answer to what it asks. */
  Answer answering(String asked, Object... arguments) {
    return run(new ByteArrayInputStream((asked + "\n").getBytes(UTF_8)), true, arguments);
  }

  private Answer run(InputStream in, boolean terminal, Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    var app =
        new CommandLineApp(
            new Console(in, out, err, terminal),
            Map.of("ROLLBOOK_HOME", home.toString()),
            Interruption.unheard());
    int exit = app.run(words);
    return new Answer(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Types one command that has to succeed. */
  public Answer succeeds(Object... arguments) {
    var answer = type(arguments);
    assertThat(answer.exit()).as("%s%n%s", answer.out(), answer.err()).isZero();
    return answer;
  }

  /** Connects a district with a Google Workspace that lacks nothing; the connection's id. */
  String connects(String district, Path serviceAccount, URI root) {
    var answer =
        succeeds(
            "connect",
            "google-classroom",
            "--district",
            district,
            "--service-account",
            serviceAccount,
            "--admin",
            EmulatedGoogle.ADMIN,
            "--root-url",
            root,
            "--json");
    assertThat(answer.json().path("missing").asString()).isEmpty();
    return answer.json().path("connection").asString();
  }
}
