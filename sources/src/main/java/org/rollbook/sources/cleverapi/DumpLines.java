package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.rollbook.sources.files.RosterFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/** Reads the objects of one file, and finds out whether it is whole. */
final class DumpLines implements AutoCloseable {
  /** The file is not the one that was written: cut off, or changed since. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    Damaged(String file) {
      super(file);
    }
  }

  private final String name;
  private final long expected;
  private final InputStream in;
  private final JsonParser parser;
  private long line;

  DumpLines(RosterFiles files, DumpFile file, Manifest manifest) throws IOException {
    this.name = file.fileName();
    this.expected = manifest.lines().getOrDefault(file, 0L);
    this.in = files.open(files.find(name).orElseThrow(() -> new Damaged(name)));
    this.parser = Json.MAPPER.createParser(in);
  }

  /** The next object; absent at the end of a file that is whole. */
  Optional<JsonNode> next() throws IOException {
    try {
      if (parser.nextToken() != null) {
        line++;
        JsonNode json = Json.MAPPER.readTree(parser);
        if (line > expected || !json.isObject()) {
          throw new Damaged(name);
        }
        return Optional.of(json);
      }
    } catch (JacksonException fault) {
      // A limit of the files that is passed comes wrapped.
      throw fault.getCause() instanceof IOException cause ? cause : new Damaged(name);
    }
    if (line != expected) {
      throw new Damaged(name);
    }
    return Optional.empty();
  }

  /** The line of the object that was read last, from 1. */
  long line() {
    return line;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
