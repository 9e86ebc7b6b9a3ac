package org.rollbook.app.signin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.rollbook.app.commands.NodeCommand;
import org.rollbook.app.commands.Session;
import org.rollbook.app.console.ExitCode;
import org.rollbook.app.console.Table;
import org.rollbook.app.console.UsageError;
import org.rollbook.app.console.Words;
import org.rollbook.core.roster.RecordId;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.signin.Invitation;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.Person;
import org.rollbook.registry.people.PublishedDistrict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code invite}: one-time codes with which people set their district password. */
@Command(
    name = "invite",
    description = "Makes one-time codes with which people set the password they sign in with.")
public final class InviteCommand extends NodeCommand {
  private static final int HEX_DIGITS = 24;

  @Option(names = "--district", required = true, paramLabel = "ID", description = "The district.")
  private String district = "";

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8080",
      description =
          "Where the server listens, for the links, unless rollbook.yml has a public-url"
              + " (${DEFAULT-VALUE}).")
  private int port;

  @Parameters(
      arity = "0..*",
      paramLabel = "PERSON",
      description = "By e-mail, district user name, or the id that the API shows.")
  private List<String> people = List.of();

  @Mixin private ManyInvited many = new ManyInvited();

  public InviteCommand(Session session) {
    super(session);
  }

  private record Invited(Person person, Invitation invitation) {}

  @Override
  protected int run(Node node) throws IOException {
    boolean toMany = many.isMeant(people);
    var key = new DistrictKey(district);
    var known = new People(node.database().dataSource());
    PublishedDistrict published =
        known
            .district(key)
            .orElseThrow(() ->
                new UsageError(
                    "%s shares nothing with any app: nobody could sign in to anything. First: %s"
                        .formatted(district, typed("rollbook share APP --district ID --all"))));
    if (toMany) {
      var output = new ManyInvited.Output(console(), json());
      many.invite(known, published, node.signIn(port).manyInvitations(), output);
      return ExitCode.DONE;
    }
    // All are found before the first is invited: a former code is void with the new one.
    var found = people.stream().map(typed -> find(known, published, typed)).toList();
    var invitations = node.signIn(port).invitations();
    var invited = new ArrayList<Invited>();
    for (Person person : found) {
      invited.add(new Invited(person, invitations.invite(key, person.id())));
    }
    tell(invited);
    return ExitCode.DONE;
  }

  private Person find(People known, PublishedDistrict published, String typed) {
    var found = new ArrayList<>(known.withEmail(published.number(), typed));
    found.addAll(known.withUsername(published.number(), typed));
    if (typed.matches("[0-9a-f]{%d}".formatted(HEX_DIGITS))) {
      var id = new RecordId(Long.parseUnsignedLong(typed, 16));
      known.person(published.number(), id).ifPresent(found::add);
    }
    var different = found.stream().distinct().toList();
    if (different.size() == 1) {
      return different.getFirst();
    }
    throw new UsageError(
        different.isEmpty()
            ? "%s has nobody called '%s' among those that apps may see.".formatted(district, typed)
            : "%d people of %s are called '%s'; name the one by the id that the API shows."
                .formatted(different.size(), district, typed));
  }

  private void tell(List<Invited> invited) {
    if (json()) {
      console()
          .json(json -> {
            json.writeStartArray();
            for (Invited one : invited) {
              json.writeStartObject();
              json.writeStringProperty("person", one.person.id().hex());
              json.writeStringProperty("code", one.invitation.code());
              json.writeStringProperty("link", one.invitation.link().toString());
              json.writeStringProperty("expiresAt", one.invitation.expiresAt().toString());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
      return;
    }
    var table = new Table("person", "code", "link", "until");
    for (Invited one : invited) {
      table.row(
          one.person.givenName() + " " + one.person.familyName(),
          one.invitation.code(),
          one.invitation.link(),
          Words.when(one.invitation.expiresAt()));
    }
    table.print(console(), "");
  }
}
