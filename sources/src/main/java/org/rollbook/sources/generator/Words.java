package org.rollbook.sources.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Word lists that lie beside the classes of this package. */
final class Words {
  private Words() {}

  /** The lines of a list, without comments and empty lines. */
  static List<String> lines(String file) {
    try (InputStream stream = Words.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("the word list " + file + " is missing from this build");
      }
      var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The words of all lines that start with {@code label}, in the list's order. */
  static List<String> under(String file, String label) {
    return lines(file).stream()
        .filter(line -> line.startsWith(label + ":"))
        .flatMap(line -> Stream.of(line.substring(label.length() + 1).split(",", -1)))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** A name as it stands in an address: small letters a to z and nothing else. */
  static String folded(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return plain.replaceAll("[^a-z]", "");
  }
}
