package org.rollbook.hub.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.hub.proxies.ForwardingHeader;
import org.rollbook.hub.proxies.Network;
import org.rollbook.hub.proxies.TrustedProxies;
import org.rollbook.registry.database.DatabaseSettings;

/** A node's home directory: its key and its settings. */
class HomeTest {
  @TempDir private Path folder = Path.of("");

  private Home home() {
    return new Home(folder.resolve("home"));
  }

  private void settings(String yaml) throws IOException {
    Files.writeString(home().made().resolve("rollbook.yml"), yaml);
  }

  @Test
  void isForItsOwnerOnly() throws IOException {
    assertThat(permissions(home().made())).isEqualTo("rwx------");
    home().secretKey(new SecureRandom());
    assertThat(permissions(home().folder().resolve("secret.key"))).isEqualTo("rw-------");
  }

  @Test
  void ofOthersMakingIsClosedToThemWhenItHoldsNothingElse() throws IOException {
    var open = PosixFilePermissions.fromString("rwxr-xr-x");
    Files.setPosixFilePermissions(home().made(), open);
    home().secretKey(new SecureRandom());
    assertThat(permissions(home().made())).isEqualTo("rwx------");
    assertThat(home().openToOthers()).isFalse();

    Files.setPosixFilePermissions(home().folder(), open);
    Files.writeString(home().folder().resolve("somebody-elses"), "");
    assertThat(permissions(home().made())).isEqualTo("rwxr-xr-x");
    assertThat(home().openToOthers()).isTrue();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void keepsItsKey() {
    var key = home().secretKey(new SecureRandom());
    assertThat(key).hasSize(32);
    assertThat(home().secretKey(new SecureRandom())).isEqualTo(key);
    assertThat(folder.resolve("home")).isDirectoryContaining("glob:**secret.key");
  }

  @Test
  void refusesAKeyThatWasCut() throws IOException {
    home().secretKey(new SecureRandom());
    Files.write(home().folder().resolve("secret.key"), new byte[5]);
    assertThatThrownBy(() -> home().secretKey(new SecureRandom()))
        .isInstanceOf(SettingsRefused.class)
        .hasMessageContaining("5 bytes");
  }

  @Test
  void hasItsOwnDatabaseUnlessToldOtherwise() throws IOException {
    assertThat(new HomeFile(home()).database())
        .isEqualTo(new DatabaseSettings.Embedded(home().folder()));
    settings("# nothing yet\n");
    assertThat(new HomeFile(home()).database()).isInstanceOf(DatabaseSettings.Embedded.class);
  }

  @Test
  void readsWhereTheDatabaseIs() throws IOException {
    settings("database:\n  url: jdbc:postgresql://db/roll\n  user: me\n  password-file: word\n");
    Files.writeString(home().folder().resolve("word"), "sesame\n");
    assertThat(new HomeFile(home()).database())
        .isEqualTo(new DatabaseSettings.External("jdbc:postgresql://db/roll", "me", "sesame"));
  }

  @Test
  void readsHowTheServerIsReached() throws IOException {
    assertThat(new HomeFile(home()).publicUrl()).isEmpty();
    settings("public-url: https://roster.example.org\n");
    assertThat(new HomeFile(home()).publicUrl()).contains(URI.create("https://roster.example.org"));
    for (var wrong :
        List.of("roster.example.org", "https://x.org/path", "ftp://x.org", "https:///")) {
      settings("public-url: '" + wrong + "'\n");
      assertThatThrownBy(() -> new HomeFile(home()).publicUrl())
          .as(wrong)
          .isInstanceOf(SettingsRefused.class)
          .hasMessageContaining(wrong);
    }
  }

  @Test
  void readsWhichProxiesAreTrusted() throws IOException {
    assertThat(new HomeFile(home()).trustedProxies()).isEqualTo(TrustedProxies.NONE);
    settings("trusted-proxies: [10.0.0.0/8, 192.0.2.1]\nforwarded-header: forwarded\n");
    assertThat(new HomeFile(home()).trustedProxies())
        .isEqualTo(
            new TrustedProxies(
                List.of(Network.of("10.0.0.0/8"), Network.of("192.0.2.1/32")),
                ForwardingHeader.FORWARDED));
    for (var wrong : List.of("trusted-proxies: [proxy]", "forwarded-header: X-Real-IP")) {
      settings(wrong + "\n");
      assertThatThrownBy(() -> new HomeFile(home()).trustedProxies())
          .as(wrong)
          .isInstanceOf(SettingsRefused.class);
    }
  }

  @Test
  void refusesWhatItDoesNotKnow() throws IOException {
    settings("databse: {}\n");
    assertThatThrownBy(() -> new HomeFile(home()).database())
        .isInstanceOf(SettingsRefused.class)
        .hasMessageContaining("'databse' is unknown")
        .hasMessageContaining("Known are: database");
  }

  @Test
  void showsNoPasswordOfAFileThatIsNotYaml() throws IOException {
    settings("database:\n  password: [sesame\n");
    assertThatThrownBy(() -> new HomeFile(home()).database())
        .isInstanceOf(SettingsRefused.class)
        .hasMessageNotContaining("sesame")
        .hasMessageContaining("line");
  }
}
