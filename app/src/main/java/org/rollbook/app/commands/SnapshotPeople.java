package org.rollbook.app.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollbook.app.console.UsageError;
import org.rollbook.core.roster.PersonName;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.Student;
import org.rollbook.core.roster.Teacher;
import org.rollbook.emulator.NewAccount;
import org.rollbook.sources.Finding;
import org.rollbook.sources.Reading;
import org.rollbook.sources.RosterSink;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;
import org.rollbook.sources.Unread;

/** Everybody with an e-mail address in a snapshot, as accounts to make. */
final class SnapshotPeople implements RosterSink {
  private final Consumer<NewAccount> each;

  private SnapshotPeople(Consumer<NewAccount> each) {
    this.each = each;
  }

  static void read(Path path, Consumer<NewAccount> each) throws IOException {
    switch (SnapshotFormats.open(path)) {
      case SnapshotOpening.Nothing(var message) -> throw new UsageError(message);
      case SnapshotOpening.Refused(var findings) -> throw refused(path, findings);
      case SnapshotOpening.Ready(var source) -> {
        try (source) {
          if (source.read(new SnapshotPeople(each)) instanceof Reading.Refused(var findings)) {
            throw refused(path, findings);
          }
        }
      }
    }
  }

  private static UsageError refused(Path path, List<Finding> findings) {
    return new UsageError(
        "No accounts can be read from %s: %s".formatted(path, findings.getFirst().message()));
  }

  @Override
  public void record(RosterRecord record, String file, long line) {
    switch (record) {
      case Student student -> take(student.email(), student.name());
      case Teacher teacher -> take(teacher.email(), teacher.name());
      case StaffMember member -> take(member.email(), member.name());
      default -> {
        // All else has no account.
      }
    }
  }

  private void take(Optional<String> email, PersonName name) {
    email.ifPresent(
        address -> each.accept(new NewAccount(address, name.first(), name.last(), List.of())));
  }

  @Override
  public void finding(Finding finding) {}

  @Override
  public void rejected(Finding finding, Unread unread) {}
}
