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
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollbook.registry.database.DatabaseSettings;
import org.rollbook.registry.sharing.NewApp;
import org.rollbook.web.proxies.ForwardingHeader;
import org.rollbook.web.proxies.Network;
import org.rollbook.web.proxies.TrustedProxies;

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
  void readsWhereTheLearningAppsDatabaseIs() throws IOException {
    assertThat(new HomeFile(home()).learnDatabase()).isEmpty();
    settings("learn-database:\n  url: jdbc:postgresql://db/learn\n  password: sesame\n");
    assertThat(new HomeFile(home()).learnDatabase())
        .contains(
            new DatabaseSettings.External("jdbc:postgresql://db/learn", "rollbook", "sesame"));
    settings("learn-database:\n  user: me\n");
    assertThatThrownBy(() -> new HomeFile(home()).learnDatabase())
        .isInstanceOf(SettingsRefused.class)
        .hasMessageContaining("'learn-database' needs a 'url'");
  }

  @Test
  void theLearningAppWorksWithThisHubUnlessToldOtherwise() throws IOException {
    assertThat(new HomeFile(home()).learn())
        .isEqualTo(new LearnSetup(Optional.empty(), Optional.empty(), Optional.empty()));
    settings("learn:\n  public-url: https://learn.example.org\n  support-contact: Pat\n");
    assertThat(new HomeFile(home()).learn())
        .isEqualTo(
            new LearnSetup(
                Optional.of(URI.create("https://learn.example.org")),
                Optional.of("Pat"),
                Optional.empty()));
  }

  @Test
  void theLearningAppWorksWithTheRealCleverBySettingsAlone() throws IOException {
    settings("learn:\n  clever:\n    client-id: me\n    client-secret-file: word\n");
    Files.writeString(home().folder().resolve("word"), "sesame\n");
    var clever = new HomeFile(home()).learn().clever().orElseThrow();
    assertThat(clever)
        .isEqualTo(
            new LearnSetup.Clever(
                URI.create("https://clever.com"),
                URI.create("https://api.clever.com"),
                new LearnSetup.App("me", "sesame"),
                Optional.empty()));
    assertThat(clever.toString()).doesNotContain("sesame");
    for (var wrong :
        List.of(
            "{base-url: http://localhost:1}", "{client-id: me}", "{client-id: me, secret: a}")) {
      settings("learn:\n  clever: " + wrong + "\n");
      assertThatThrownBy(() -> new HomeFile(home()).learn())
          .as(wrong)
          .isInstanceOf(SettingsRefused.class)
          .hasMessageContaining("learn: clever");
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
  void anAppOfOursHasTheSameSecretAtEveryStart() {
    var key = home().secretKey(new SecureRandom());
    var app = new NewApp("Learn", List.of(), false, new TreeSet<>(), new TreeSet<>());
    assertThat(new OwnSecrets(key).of(app)).hasSizeGreaterThan(40);
    assertThat(new OwnSecrets(home().secretKey(new SecureRandom())).of(app))
        .isEqualTo(new OwnSecrets(key).of(app));
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
