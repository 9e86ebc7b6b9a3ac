package org.rollbook.emulator.directory;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.people.Accounts;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.PageToken;
import org.rollbook.emulator.wire.Query;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import org.rollbook.emulator.wire.Status;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The accounts of the domain, for its administrators. */
public final class UserCalls {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 500;

  private final Accounts accounts;
  private final InstantSource clock;

  /** Over these accounts. */
  public UserCalls(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The account that the path names, for an administrator of its domain. */
  Account named(Call call) {
    checkAdmin(call);
    return accounts
        .find(call.part("user"))
        .filter(accounts::within)
        .orElseThrow(DirectoryRefused::noUser);
  }

  private static void checkAdmin(Call call) {
    if (!call.account().admin()) {
      throw DirectoryRefused.notAuthorized();
    }
  }

  /** {@code users.list}, in the order of the primary addresses. */
  public Reply list(Call call) {
    checkAdmin(call);
    Query query = call.query();
    checkScope(query);
    Predicate<Account> wanted =
        query.one("query").map(UserQuery::parse).orElse(account -> true).and(accounts::within);
    String after = PageToken.read(call.listName(), query).orElse("");
    int size = PageToken.size(query, "maxResults", USUAL_PAGE, LARGEST_PAGE);
    List<Account> found = candidates(query, after).filter(wanted).limit(size + 1L).toList();
    return page(call, found, size);
  }

  private void checkScope(Query query) {
    Optional<String> customer = query.one("customer");
    Optional<String> domain = query.one("domain");
    boolean known =
        customer
                .filter(id -> id.equals("my_customer") || id.equals(UserMessage.CUSTOMER))
                .isPresent()
            || domain.filter(name -> accounts.within("x@" + name)).isPresent();
    if (customer.isEmpty() && domain.isEmpty()) {
      throw Refused.invalid("Bad Request");
    }
    if (!known) {
      throw Refused.of(Status.NOT_FOUND, "Domain not found.");
    }
  }

  private Stream<Account> candidates(Query query, String after) {
    if (!query.one("showDeleted").filter("true"::equals).isPresent()) {
      return accounts.after(after);
    }
    return accounts.everyone().stream()
        .filter(account -> account.deleted().isPresent() && account.email().compareTo(after) > 0)
        .sorted(Comparator.comparing(Account::email));
  }

  private static Reply page(Call call, List<Account> found, int size) {
    ObjectNode body = Json.object().put("kind", "admin#directory#users").put("etag", "\"users\"");
    if (!found.isEmpty()) {
      ArrayNode users = body.putArray("users");
      found.stream().limit(size).forEach(account -> users.add(UserMessage.write(account)));
    }
    if (found.size() > size) {
      String last = found.get(size - 1).email();
      body.put("nextPageToken", PageToken.after(last, call.listName(), call.query()));
    }
    return Reply.ok(body);
  }

  /** {@code users.get}, by id, primary address or alias. */
  public Reply get(Call call) {
    return Reply.ok(UserMessage.write(named(call)));
  }

  /** {@code users.insert}. A password is not asked for, because nobody signs in here. */
  public Reply insert(Call call) {
    checkAdmin(call);
    Fields user = UserMessage.read(call.body());
    String email =
        UserMessage.address(user.text("primaryEmail"))
            .orElseThrow(() -> DirectoryRefused.invalid("primary_user_email"));
    String given =
        UserMessage.givenName(user).orElseThrow(() -> DirectoryRefused.invalid("given_name"));
    String family =
        UserMessage.familyName(user).orElseThrow(() -> DirectoryRefused.invalid("family_name"));
    checkFree(email);
    Account made = accounts.add(email, given, family, clock.instant());
    return Reply.ok(UserMessage.write(accounts.put(changed(made, user))));
  }

  private void checkFree(String email) {
    if (!accounts.within(email)) {
      throw Refused.of(Status.NOT_FOUND, "Resource Not Found: domain");
    }
    if (accounts.taken(email)) {
      throw DirectoryRefused.exists();
    }
  }

  /** {@code users.update} and {@code users.patch}: fields that are absent stay as they are. */
  public Reply update(Call call) {
    Account account = named(call);
    Fields user = UserMessage.read(call.body());
    Account changed = changed(account, user);
    if (account.email().equals(accounts.adminEmail()) && !changed.active()) {
      throw DirectoryRefused.notAuthorized();
    }
    return Reply.ok(UserMessage.write(accounts.put(changed)));
  }

  private Account changed(Account account, Fields user) {
    String given = UserMessage.givenName(user).orElse(account.givenName());
    String family = UserMessage.familyName(user).orElse(account.familyName());
    return readdressed(account, user)
        .named(given, family)
        .standing(
            user.flag("suspended").orElse(account.suspended()),
            user.flag("archived").orElse(account.archived()),
            account.deleted())
        .placed(
            user.text("orgUnitPath").orElse(account.orgUnitPath()),
            UserMessage.kept(account, user));
  }

  /** A renamed account keeps its former address as an alias. */
  private Account readdressed(Account account, Fields user) {
    Optional<String> wanted = user.text("primaryEmail");
    String email =
        wanted.isEmpty()
            ? account.email()
            : UserMessage.address(wanted)
                .orElseThrow(() -> DirectoryRefused.invalid("primary_user_email"));
    if (email.equals(account.email())) {
      return account;
    }
    List<String> aliases = new ArrayList<>(account.aliases());
    if (!aliases.remove(email)) {
      checkFree(email);
    }
    aliases.add(account.email());
    return account.addressed(email, aliases);
  }

  /** {@code users.delete}: the account can be restored. */
  public Reply delete(Call call) {
    Account account = named(call);
    if (account.email().equals(accounts.adminEmail())) {
      throw DirectoryRefused.notAuthorized();
    }
    accounts.put(
        account.standing(account.suspended(), account.archived(), Optional.of(clock.instant())));
    return Reply.nothing();
  }

  /** {@code users.undelete}, by id, while nobody else has taken its address. */
  public Reply undelete(Call call) {
    checkAdmin(call);
    Account account =
        accounts
            .named(call.part("user"))
            .filter(gone -> gone.deleted().isPresent())
            .orElseThrow(DirectoryRefused::noUser);
    if (accounts.taken(account.email())) {
      throw DirectoryRefused.exists();
    }
    List<String> aliases =
        account.aliases().stream().filter(alias -> !accounts.taken(alias)).toList();
    accounts.put(
        account
            .addressed(account.email(), aliases)
            .standing(account.suspended(), account.archived(), Optional.empty()));
    return Reply.nothing();
  }

  /** {@code users.makeAdmin}. */
  public Reply makeAdmin(Call call) {
    Account account = named(call);
    boolean wanted = new Fields("status", call.body()).flag("status").orElse(false);
    boolean always = account.email().equals(accounts.adminEmail());
    accounts.put(account.administering(wanted || always));
    return Reply.nothing();
  }
}
