package org.rollbook.app.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import org.rollbook.core.share.UnreadableRule;
import org.rollbook.hub.node.SettingsRefused;
import org.rollbook.registry.database.DatabaseFailure;
import org.rollbook.registry.database.DatabaseUnavailable;
import org.rollbook.registry.intake.DecisionRefused;
import org.rollbook.registry.sharing.SharingRefused;
import org.rollbook.sync.execution.AlreadyRunning;
import org.rollbook.sync.execution.RunDecided;
import org.rollbook.sync.execution.StalePlan;
import org.rollbook.sync.quota.GateFailed;
import org.rollbook.sync.target.TargetUnavailable;
import org.rollbook.web.ServerNotStarted;
import org.springframework.dao.DataAccessException;

/**
 * A failure as a person or a script is told of it.
 *
 * @param kind whose turn it is
 * @param message what happened and what to do
 */
public record Trouble(Kind kind, String message) {
  /** Whose turn it is. */
  public enum Kind {
    /** The caller asked for something that cannot be. */
    USAGE("usage"),
    /** The home directory or the database is not set up as it must be. */
    SETTINGS("settings"),
    /** It is not possible as things stand. */
    REFUSED("refused"),
    /** Something outside failed: disk, database, network, target. */
    OUTSIDE("outside"),
    /** Somebody ended the command. */
    INTERRUPTED("interrupted"),
    /** Rollbook did something wrong. */
    BUG("bug");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /** Ctrl-C or SIGTERM, before there was an answer. */
  public static final Trouble INTERRUPTED =
      new Trouble(
          Kind.INTERRUPTED,
          "Interrupted. Nothing is lost: 'sync' goes on with a run that was begun, and any other"
              + " command can be given again.");

  /** What a failure means to the caller. */
  public static Trouble of(Throwable failure) {
    return switch (failure) {
      case UsageError e -> new Trouble(Kind.USAGE, says(e));
      case UnreadableRule e -> new Trouble(Kind.USAGE, says(e));
      case IllegalArgumentException e -> new Trouble(Kind.USAGE, says(e));
      case SettingsRefused e -> new Trouble(Kind.SETTINGS, says(e));
      case DatabaseUnavailable e ->
          new Trouble(
              switch (e.reason()) {
                case SETTINGS, NEWER_SCHEMA -> Kind.SETTINGS;
                case OUTSIDE -> Kind.OUTSIDE;
              },
              says(e));
      case org.rollbook.learn.database.DatabaseUnavailable e ->
          new Trouble(
              switch (e.reason()) {
                case SETTINGS, NEWER_SCHEMA -> Kind.SETTINGS;
                case OUTSIDE -> Kind.OUTSIDE;
              },
              says(e));
      case ServerNotStarted e -> new Trouble(Kind.OUTSIDE, says(e));
      case DecisionRefused e -> new Trouble(Kind.REFUSED, says(e));
      case SharingRefused e -> new Trouble(Kind.REFUSED, says(e));
      case RunDecided e -> new Trouble(Kind.REFUSED, says(e));
      case StalePlan e -> new Trouble(Kind.REFUSED, says(e));
      case AlreadyRunning e -> new Trouble(Kind.REFUSED, says(e));
      // What was begun answers with a report: this is from before anything was sent.
      case TargetUnavailable e ->
          new Trouble(Kind.OUTSIDE, says(e) + " Nothing is lost: run the same command again.");
      case FileSystemException e -> new Trouble(Kind.OUTSIDE, ofFile(e));
      case UncheckedIOException e -> new Trouble(Kind.OUTSIDE, says(e) + ": " + cause(e) + ".");
      case IOException e -> new Trouble(Kind.OUTSIDE, says(e));
      case DataAccessException e -> new Trouble(Kind.OUTSIDE, ofDatabase(e));
      case GateFailed e -> new Trouble(Kind.OUTSIDE, ofDatabase(e));
      case IllegalStateException e when e.getCause() instanceof SQLException sql ->
          new Trouble(Kind.OUTSIDE, Words.capital(says(e)) + ": " + root(sql));
      case IllegalStateException e when e.getCause() instanceof DataAccessException database ->
          new Trouble(Kind.OUTSIDE, Words.capital(says(e)) + ": " + root(database));
      case IllegalStateException e when e.getCause() instanceof GeneralSecurityException ->
          new Trouble(Kind.SETTINGS, says(e));
      case InterruptedException _ -> INTERRUPTED;
      default ->
          new Trouble(
              Kind.BUG,
              "This is a fault in Rollbook, please report it with the output of the same command"
                  + " and --verbose: "
                  + failure);
    };
  }

  private static String ofDatabase(RuntimeException e) {
    return DatabaseFailure.of(e)
        .map(failure ->
            "%s: %s, and give the command again.".formatted(failure.happened(), failure.remedy()))
        .orElseGet(() -> "The database failed: " + root(e));
  }

  private static String says(Throwable failure) {
    return String.valueOf(failure.getMessage());
  }

  private static String ofFile(FileSystemException e) {
    if (e instanceof NoSuchFileException && e.getReason() == null) {
      return e.getFile() + " does not exist and cannot be made.";
    }
    if (e instanceof AccessDeniedException) {
      return e.getFile() + " may not be read or written by this user.";
    }
    return e.getReason() == null
        ? "%s cannot be used (%s).".formatted(e.getFile(), e.getClass().getSimpleName())
        : e.getReason();
  }

  private static String cause(Throwable e) {
    return e.getCause() == null ? "no reason given" : says(e.getCause());
  }

  private static String root(Throwable e) {
    var root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return says(root);
  }

  /** How the command ends. */
  public int exitCode() {
    return kind == Kind.USAGE ? ExitCode.USAGE : ExitCode.FAILED;
  }

  /** Tells it: as a document to a script, as a line to a person. */
  public void tell(Console console, boolean json) {
    if (!json) {
      console.aside("rollbook: " + message);
      return;
    }
    console.json(document -> {
      document.writeStartObject();
      document.writeObjectPropertyStart("error");
      document.writeStringProperty("kind", kind.word);
      document.writeStringProperty("message", message);
      document.writeEndObject();
      document.writeEndObject();
    });
  }
}
