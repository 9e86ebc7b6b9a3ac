package org.rollbook.app.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Standard output and standard error: the only place that writes to them. Thread-safe. */
public final class Console {
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;

  /** One on which nobody types. */
  public Console(OutputStream out, OutputStream err, boolean terminal) {
    this(InputStream.nullInputStream(), out, err, terminal);
  }

  /**
   * @param terminal whether a person watches standard error, so that progress may move there
   */
  public Console(InputStream in, OutputStream out, OutputStream err, boolean terminal) {
    this.in = in;
    this.out = new PrintStream(out, false, StandardCharsets.UTF_8);
    this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    this.terminal = terminal;
  }

  /** This process's own. The launcher says whether it is a terminal: asking costs time. */
  public static Console system() {
    return new Console(System.in, System.out, System.err, Boolean.getBoolean("rollbook.terminal"));
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

  /**
   * What a person types at a question, without blanks around it; empty text where nobody is there
   * to be asked.
   */
  public String asked(String question) throws IOException {
    if (!terminal) {
      return "";
    }
    err.print(question);
    err.flush();
    var typed = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    return typed == null ? "" : typed.strip();
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
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  /** For picocli's complaints. */
  public PrintWriter asideWriter() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }
}
