package org.rollbook.app.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Standard output and standard error: the only place that writes to them. Thread-safe. */
public final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;

  /**
   * @param terminal whether a person watches standard error, so that progress may move there
   */
  public Console(OutputStream out, OutputStream err, boolean terminal) {
    this.out = new PrintStream(out, false, java.nio.charset.StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, java.nio.charset.StandardCharsets.UTF_8);
    this.terminal = terminal;
  }

  /** This process's own. The launcher says whether it is a terminal: asking costs time. */
  public static Console system() {
    return new Console(System.out, System.err, Boolean.getBoolean("rollbook.terminal"));
  }

  /** Whether progress may move. */
  public boolean terminal() {
    return terminal;
  }

  /** Standard output itself, for what writes by itself. */
  public PrintStream answer() {
    return out;
  }

  /** Standard error itself, for what writes by itself. */
  public PrintStream aside() {
    return err;
  }

  /** A line of the answer. */
  public void line(String text) {
    out.println(text);
    out.flush();
  }

  /** A line of the answer, formatted. */
  @SuppressWarnings("AnnotateFormatMethod") // Error Prone's annotations are no library of ours.
  public void line(String format, Object... values) {
    line(format.formatted(values));
  }

  /** An empty line. */
  public void gap() {
    line("");
  }

  /** A line beside the answer: progress, advice, trouble. */
  public void aside(String text) {
    err.println(text);
  }

  /** The one JSON document of a command. */
  public void json(Consumer<JsonGenerator> document) {
    var factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (var json = factory.createGenerator(ObjectWriteContext.empty(), out)) {
      document.accept(json);
    }
    out.println();
    out.flush();
  }

  /** The same with everything beside the answer: for what is told while a document is made. */
  public Console beside() {
    return new Console(err, err, terminal);
  }

  PrintStream progressStream() {
    return err;
  }

  /** For picocli's help. */
  public PrintWriter answerWriter() {
    return new PrintWriter(out, true, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** For picocli's complaints. */
  public PrintWriter asideWriter() {
    return new PrintWriter(err, true, java.nio.charset.StandardCharsets.UTF_8);
  }
}
