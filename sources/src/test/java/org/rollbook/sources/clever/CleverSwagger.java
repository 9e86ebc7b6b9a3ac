package org.rollbook.sources.clever;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The published description of Clever's API v3.1, read without a YAML parser. */
final class CleverSwagger {
  private final String yaml;

  private CleverSwagger(String yaml) {
    this.yaml = yaml;
  }

  /** The description; skips the test where it is absent. */
  static CleverSwagger require() throws IOException {
    return new CleverSwagger(Files.readString(ReferenceSamples.require("data/clever-v3.1.yml")));
  }

  /** The values of {@code property: enum:}, in all objects that have it; "" is no value. */
  Set<String> valuesOf(String property) {
    Matcher found =
        Pattern.compile("\\n +" + property + ":\\n +enum:\\n((?: +- .*\\n)+)").matcher(yaml);
    Set<String> values = new TreeSet<>();
    while (found.find()) {
      found.group(1).lines().forEach(line -> values.add(unquoted(line.strip().substring(2))));
    }
    assertThat(values).as("enum of " + property).isNotEmpty();
    values.remove("");
    return values;
  }

  private static String unquoted(String value) {
    return value.replace("'", "").replace("\"", "");
  }
}
