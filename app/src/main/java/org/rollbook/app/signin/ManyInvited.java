package org.rollbook.app.signin;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.UsageError;
import org.rollbook.hub.signin.ManyInvitations;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.Person;
import org.rollbook.registry.people.PublishedDistrict;
import picocli.CommandLine.Option;

/** The options of {@code invite} that are about many people, whose links go into a file. */
final class ManyInvited {
  @Option(
      names = "--school",
      paramLabel = "ID",
      description = "Everybody of the school that the SIS calls so; needs --file.")
  private String school = "";

  @Option(names = "--all-teachers", description = "All teachers of the district; needs --file.")
  private boolean teachers;

  @Option(
      names = "--file",
      paramLabel = "CSV",
      description =
          "A new file for names, e-mails and links, which only its owner may read. Who has a"
              + " password, or an invitation that is still good, is left out.")
  private String file = "";

  @Option(
      names = "--again",
      description = "Also whose former invitation is still good: that one is void then.")
  private boolean again;

  /** Whether the command is about many; refuses what does not fit together. */
  boolean isMeant(List<String> people) {
    boolean many = teachers || !school.isEmpty();
    if (many == !people.isEmpty() || (teachers && !school.isEmpty())) {
      throw new UsageError("Name people, or a --school, or --all-teachers: one of the three.");
    }
    if (many == file.isEmpty() || (again && !many)) {
      throw new UsageError("--school and --all-teachers need a --file, and only they have one.");
    }
    return many;
  }

  /** Writes the file, and tells no more than counts. */
  void invite(People known, PublishedDistrict district, ManyInvitations invitations, Output output)
      throws IOException {
    var target = Path.of(file);
    var people = people(known, district);
    if (people.size() > ManyInvitations.MOST) {
      throw new UsageError(
          "These are more than %,d people; invite them by --school."
              .formatted(ManyInvitations.MOST));
    }
    boolean[] made = {false};
    try {
      output.tell(
          target,
          invitations.invite(
              people,
              again,
              letters -> {
                InvitationFile.write(target, letters);
                made[0] = true;
              }));
    } catch (FileAlreadyExistsException e) {
      throw new UsageError(target + " exists already; name a file that does not.");
    } catch (RuntimeException e) {
      // Its codes open nothing.
      if (made[0]) {
        Files.deleteIfExists(target);
      }
      throw e;
    }
  }

  private List<Person> people(People known, PublishedDistrict district) {
    int enough = ManyInvitations.MOST + 1;
    if (teachers) {
      return known.teachers(district.number(), enough);
    }
    return known
        .school(district.number(), school)
        .map(id -> known.ofSchool(district.number(), id, enough))
        .orElseThrow(() ->
            new UsageError(
                "%s has no school that its SIS calls '%s'.".formatted(district.key(), school)));
  }

  /** Says what was done. */
  record Output(Console console, boolean json) {
    private void tell(Path file, ManyInvitations.Result result) {
      if (json) {
        console.json(writer -> {
          writer.writeStartObject();
          writer.writeNumberProperty("invited", result.invited());
          writer.writeNumberProperty("withPassword", result.withPassword());
          writer.writeNumberProperty("alreadyInvited", result.alreadyInvited());
          writer.writeStringProperty("file", file.toString());
          writer.writeEndObject();
        });
        return;
      }
      console.line("%,d invited; their links are in %s.", result.invited(), file);
      console.line(
          "%,d have a password, %,d an invitation that is still good: left as they are.",
          result.withPassword(), result.alreadyInvited());
    }
  }
}
