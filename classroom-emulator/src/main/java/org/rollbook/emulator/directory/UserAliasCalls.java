package org.rollbook.emulator.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import org.rollbook.emulator.wire.Status;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Further addresses of accounts. */
public final class UserAliasCalls {
  private static final int MOST = 30;
  private final Accounts accounts;
  private final UserCalls users;

  /** Over these accounts. */
  public UserAliasCalls(Accounts accounts, UserCalls users) {
    this.accounts = accounts;
    this.users = users;
  }

  /** {@code users.aliases.insert}. */
  public Reply insert(Call call) {
    Account account = users.named(call);
    String alias =
        UserMessage.address(UserMessage.read(call.body()).text("alias"))
            .filter(accounts::within)
            .orElseThrow(() -> DirectoryRefused.invalid("alias_email"));
    if (accounts.taken(alias)) {
      throw DirectoryRefused.exists();
    }
    if (account.aliases().size() >= MOST) {
      throw Refused.of(Status.FAILED_PRECONDITION, "Alias limit exceeded.");
    }
    List<String> aliases = new ArrayList<>(account.aliases());
    aliases.add(alias);
    Account changed = accounts.put(account.addressed(account.email(), aliases));
    return Reply.ok(write(changed, alias));
  }

  /** {@code users.aliases.list}. */
  public Reply list(Call call) {
    Account account = users.named(call);
    ObjectNode body = Json.object().put("kind", "admin#directory#aliases");
    body.put("etag", "\"aliases\"");
    if (!account.aliases().isEmpty()) {
      ArrayNode array = body.putArray("aliases");
      account.aliases().forEach(alias -> array.add(write(account, alias)));
    }
    return Reply.ok(body);
  }

  /** {@code users.aliases.delete}. */
  public Reply delete(Call call) {
    Account account = users.named(call);
    List<String> aliases = new ArrayList<>(account.aliases());
    if (!aliases.remove(call.part("alias").toLowerCase(Locale.ROOT))) {
      throw Refused.of(Status.NOT_FOUND, "Resource Not Found: alias");
    }
    accounts.put(account.addressed(account.email(), aliases));
    return Reply.nothing();
  }

  private static ObjectNode write(Account account, String alias) {
    ObjectNode json = Json.object().put("kind", "admin#directory#alias");
    json.put("id", account.id().text()).put("etag", "\"alias\"");
    return json.put("primaryEmail", account.email()).put("alias", alias);
  }
}
