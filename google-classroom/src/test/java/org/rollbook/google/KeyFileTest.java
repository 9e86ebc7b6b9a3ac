package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollbook.sync.target.TargetUnavailable;

/** G1: what is wrong with a key file is said, and nothing of the key with it. */
class KeyFileTest {
  private static final URI TOKEN = URI.create("https://oauth2.googleapis.com/token");

  static Stream<Arguments> broken() {
    var good = TestKey.json(TOKEN);
    var secret = TestKey.privateKey();
    return Stream.of(
        Arguments.of("", "not in the JSON format"),
        Arguments.of("secret-words", "not in the JSON format"),
        Arguments.of("[]", "not in the JSON format"),
        Arguments.of(good.substring(0, 400), "not in the JSON format"),
        Arguments.of("{\"installed\":{\"client_secret\":\"secret-words\"}}", "no type"),
        Arguments.of(good.replace("service_account", "authorized_user"), "service account"),
        Arguments.of(good.replace("\"client_email\"", "\"mail\""), "no client_email"),
        Arguments.of(good.replace("\"private_key\"", "\"key\""), "no private_key"),
        Arguments.of(good.replace(secret, "secret-words"), "private_key"),
        Arguments.of(good.replace(secret, secret.substring(40)), "private_key"),
        Arguments.of(good.replace("https://", "ht tp:"), "token_uri"));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void G1_a_broken_key_file_is_refused_without_showing_it(String json, String saying) {
    var refused = catchThrowableOfType(TargetUnavailable.class, () -> open(json, "a@b.example"));
    var printed = new StringWriter();
    refused.printStackTrace(new PrintWriter(printed));
    assertThat(refused).hasMessageContaining(saying).hasMessageContaining("new JSON key");
    assertThat(printed.toString())
        .doesNotContain("secret-words")
        .doesNotContain(TestKey.privateKey().substring(60, 90));
  }

  @Test
  void G1_an_administrator_without_an_address_is_refused() {
    assertThat(
            catchThrowableOfType(
                TargetUnavailable.class, () -> open(TestKey.json(TOKEN), "administrator")))
        .hasMessageContaining("\"administrator\" is not the e-mail address");
  }

  @Test
  void settings_never_print_the_key() {
    var settings = new GoogleSettings(TestKey.json(TOKEN), "a@b.example", Optional.empty());
    assertThat(settings.toString()).contains("a@b.example").doesNotContain("PRIVATE");
  }

  private static void open(String json, String admin) throws TargetUnavailable {
    GoogleClassroom.open(new GoogleSettings(json, admin, Optional.empty()), new TestGate()).close();
  }
}
