package org.rollbook.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.util.List;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.sources.generator.Move;

/**
 * Plays the district's Workspace administrator: who is called otherwise keeps the account, under
 * another address.
 */
final class RenamedAccounts {
  private final ClassroomEmulator emulator;

  RenamedAccounts(ClassroomEmulator emulator) {
    this.emulator = emulator;
  }

  void follow(List<Move> moves) {
    for (var move : moves) {
      if (move instanceof Move.EmailChanged changed) {
        rename(changed.formerEmail(), changed.email());
      }
    }
  }

  private void rename(String former, String address) {
    var place = emulator.rootUrl().resolve("admin/directory/v1/users/" + former);
    try {
      var http = (HttpURLConnection) place.toURL().openConnection();
      http.setRequestMethod("PUT");
      http.setRequestProperty("Authorization", "Bearer user:admin@" + DemoDistrict.DOMAIN);
      http.setRequestProperty("Content-Type", "application/json");
      http.setDoOutput(true);
      try (var body = http.getOutputStream()) {
        body.write("{\"primaryEmail\":\"%s\"}".formatted(address).getBytes(UTF_8));
      }
      // Somebody without an account has none to rename.
      http.getResponseCode();
      http.disconnect();
    } catch (IOException e) {
      throw new UncheckedIOException("the emulator did not answer", e);
    }
  }
}
