package org.rollbook.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rollbook.app.console.Console;
import org.rollbook.core.reconcile.WaitingReason;
import org.rollbook.sync.accounts.Waiting;

class DemoWaitingTest {
  private static Waiting person(String name, WaitingReason reason) {
    return new Waiting.Person(name, name, Optional.empty(), "student", reason);
  }

  private static Waiting classOf(String teacher, WaitingReason reason) {
    return new Waiting.ClassOf("c", "Algebra", "Hill", "t", teacher, Optional.empty(), reason);
  }

  private static List<String> told(Waiting... waiting) {
    var out = new ByteArrayOutputStream();
    new DemoWaiting(new Console(out, OutputStream.nullOutputStream(), false))
        .tell(List.of(waiting));
    return out.toString(UTF_8).lines().filter(line -> !line.isBlank()).map(String::strip).toList();
  }

  @Test
  void G3_only_whoever_an_account_lets_in_is_promised_so() {
    assertThat(
            told(
                person("Ann", WaitingReason.NO_ACCOUNT),
                person("Ben", WaitingReason.NO_EMAIL),
                person("Cem", WaitingReason.SUSPENDED),
                classOf("Dora", WaitingReason.NO_ACCOUNT),
                classOf("", WaitingReason.NO_PRIMARY_TEACHER)))
        .containsExactly(
            "Waiting, and let in by the first sync after their accounts appear:",
            "- Ann, student: no account has this e-mail address",
            "- Cem, student: the account is suspended",
            "- 1 class of Dora, until then",
            "Waiting until the source has put it right:",
            "- Ben, student: the source gives no e-mail address",
            "- 1 class without a primary teacher, until then");
  }

  @Test
  void nobodyWhoWaitsIsNotWorthATitle() {
    assertThat(told()).isEmpty();
  }
}
