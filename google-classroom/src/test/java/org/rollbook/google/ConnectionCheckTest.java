package org.rollbook.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollbook.emulator.EmulatorSettings;
import org.rollbook.sync.target.TargetUnavailable;

/** G1: what is missing for a connection, in words that an administrator understands. */
class ConnectionCheckTest {
  private static final String AUTH = "https://www.googleapis.com/auth/";

  private TestSchool school = opened(Set.of("classroom.courses", "classroom.rosters"), true);

  private static TestSchool opened(Set<String> scopes, boolean directory) {
    try {
      var all = new java.util.HashSet<String>();
      scopes.forEach(scope -> all.add(AUTH + scope));
      if (directory) {
        all.add(AUTH + "admin.directory.user.readonly");
      }
      return new TestSchool((EmulatorSettings settings) -> settings.withDelegatedScopes(all));
    } catch (TargetUnavailable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @AfterEach
  void close() {
    school.close();
  }

  @Test
  void G1_nothing_is_missing_with_exactly_our_scopes() throws Exception {
    assertThat(school.target().check()).isEmpty();
    assertThat(school.calls().write()).isZero();
  }

  @Test
  void G1_delegation_that_was_never_given_is_told_with_client_id_and_scopes() throws Exception {
    school.close();
    school = opened(Set.of("classroom.courses"), false);
    assertThat(school.target().check().orElseThrow())
        .contains("Domain-wide delegation", "client ID 1", "admin.directory.user.readonly")
        .doesNotContain("PRIVATE KEY");
  }

  @Test
  void G1_an_administrator_who_does_not_exist_is_told() throws Exception {
    try (var target = school.target("nobody@school.example")) {
      assertThat(target.check().orElseThrow())
          .contains("that nobody@school.example is an active account");
    }
  }

  @Test
  void G1_an_administrator_who_is_none_is_told() throws Exception {
    school.person("kraus");
    try (var target = school.target("kraus@school.example")) {
      assertThat(target.check().orElseThrow())
          .contains("kraus@school.example is not a super administrator");
    }
  }
}
