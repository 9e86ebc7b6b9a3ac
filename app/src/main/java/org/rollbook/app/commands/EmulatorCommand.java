package org.rollbook.app.commands;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.UsageError;
import org.rollbook.app.console.Words;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.EmulatorSettings;
import org.rollbook.hub.node.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code emulator}: a stand-in for Google, alone, in the foreground. */
@Command(
    name = "emulator",
    description = "A stand-in for Google Classroom and Directory, until interrupted.")
public final class EmulatorCommand extends NodeCommand {
  private static final int LAST_PORT = 65_535;

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8085",
      description = "Where it listens on this machine; 0 is any free port (${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--domain",
      paramLabel = "D",
      defaultValue = "district.example",
      description = "The Workspace domain; admin@D is its administrator (${DEFAULT-VALUE}).")
  private String domain = "";

  @Option(
      names = "--accounts",
      paramLabel = "PATH",
      description = "A snapshot: everybody with an e-mail address in it gets an account.")
  private Optional<Path> accounts = Optional.empty();

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "The service account's key, kept from time to time (emulator-key.json at home).")
  private Optional<Path> key = Optional.empty();

  @Option(names = "--no-quota", description = "Without Google's quotas per minute.")
  private boolean noQuota;

  public EmulatorCommand(Session session) {
    super(session);
  }

  @Override
  protected int run(Node node) throws IOException, InterruptedException {
    if (port < 0 || port > LAST_PORT) {
      throw new UsageError("port %d is not between 0 and %d".formatted(port, LAST_PORT));
    }
    var file = key.orElseGet(() -> node.home().made().resolve("emulator-key.json"));
    try (var emulator = start(file)) {
      write(file, emulator.serviceAccountKeyJson());
      var addresses = new HashSet<String>();
      var domains = new TreeSet<>(Set.of(domain));
      if (accounts.isPresent()) {
        SnapshotPeople.read(
            accounts.get(),
            account -> {
              if (addresses.add(account.email().toLowerCase(Locale.ROOT))) {
                // A district's people often have addresses in several domains of one Workspace.
                var theirs = account.email().substring(account.email().indexOf('@') + 1);
                domains.add(theirs.toLowerCase(Locale.ROOT));
                emulator.addDomain(theirs);
                emulator.addAccount(account);
              }
            });
      }
      tell(emulator, file, addresses.size(), domains);
      interruption().await();
    }
    return ExitCode.DONE;
  }

  private ClassroomEmulator start(Path file) throws IOException {
    var settings = EmulatorSettings.of(port, domain, !noQuota);
    if (!Files.exists(file)) {
      return ClassroomEmulator.start(settings);
    }
    if (Files.isDirectory(file)) {
      throw new UsageError("%s is a folder; name a file with --key.".formatted(file));
    }
    try {
      return ClassroomEmulator.start(settings.withKey(Files.readString(file)));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new UsageError(
          "%s is no key of the emulator; name another file with --key.".formatted(file));
    }
  }

  private static void write(Path file, String json) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, json, StandardOpenOption.TRUNCATE_EXISTING);
  }

  private void tell(ClassroomEmulator emulator, Path file, int people, Set<String> domains) {
    if (json()) {
      console()
          .json(json -> {
            json.writeStartObject();
            json.writeStringProperty("rootUrl", emulator.rootUrl().toString());
            json.writeStringProperty("key", file.toString());
            json.writeStringProperty("admin", "admin@" + domain);
            json.writeNumberProperty("accounts", people);
            json.writeEndObject();
          });
      return;
    }
    console().line("Google Classroom emulator at %s", emulator.rootUrl());
    console().line("  accounts   %s in %s", Words.number(people), String.join(", ", domains));
    console().line("  quotas     %s", noQuota ? "none" : "Google's, per minute");
    console().line("  key        %s", file);
    console().gap();
    console().line("Next, in another window (put your district's name for ID):");
    console().line("  rollbook connect google-classroom --district ID \\");
    console().line("    --service-account %s \\", file);
    console().line("    --admin admin@%s --root-url %s", domain, emulator.rootUrl());
    console().gap();
    console().line("Ctrl-C ends it; what is in it is gone then.");
  }
}
