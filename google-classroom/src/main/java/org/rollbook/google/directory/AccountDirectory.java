package org.rollbook.google.directory;

import static java.util.Objects.requireNonNullElse;
import static org.rollbook.google.calls.Calls.Request.wanting;

import com.google.api.services.directory.Directory;
import com.google.api.services.directory.model.User;
import com.google.api.services.directory.model.Users;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.google.calls.Answered;
import org.rollbook.google.calls.Calls;
import org.rollbook.google.calls.Calls.Request;
import org.rollbook.google.calls.KnownRefusal;
import org.rollbook.google.calls.PageWalk;
import org.rollbook.google.calls.Refusal;
import org.rollbook.google.calls.Reply;
import org.rollbook.google.calls.Reply.No;
import org.rollbook.google.calls.Reply.Ok;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.TargetUnavailable;

/** The accounts of a Workspace, read and never changed (G2, G3). */
public final class AccountDirectory {
  private static final String FIELDS =
      "id,primaryEmail,aliases,nonEditableAliases,suspended,archived";

  /** The most that Google gives (source: discovery, {@code users.list}). */
  private static final int PAGE = 500;

  /** For ten million accounts, more than any Workspace has. */
  private static final int PAGES = 20_000;

  private final Directory directory;
  private final Calls calls;
  private final Administrator administrator;

  public AccountDirectory(Directory directory, Calls calls, Administrator administrator) {
    this.directory = directory;
    this.calls = calls;
    this.administrator = administrator;
  }

  /**
   * Hands over every account, page by page. One without an address is passed over: nobody can be
   * matched with it.
   */
  public void accounts(Consumer<Account> each) throws TargetUnavailable, InterruptedException {
    var walk = new PageWalk("accounts", PAGES);
    Users page;
    do {
      page = page(walk.token(), PAGE, "nextPageToken,users(" + FIELDS + ")");
      addressed(page).forEach(each);
    } while (walk.goesOn(page.getNextPageToken()));
  }

  /** Checks that the directory can be read at all. */
  public void confirmReadable() throws TargetUnavailable, InterruptedException {
    var _ = page("", 1, "users/id");
  }

  private Users page(String token, int size, String fields)
      throws TargetUnavailable, InterruptedException {
    return switch (listed(() -> listing(token, size, fields))) {
      case Ok<Users>(var users, _) -> users;
      case No<Users>(var refusal, _) -> throw unreadable(refusal);
    };
  }

  private Directory.Users.List listing(String token, int size, String fields) throws IOException {
    var list = directory.users().list().setCustomer("my_customer").setMaxResults(size);
    return (token.isEmpty() ? list : list.setPageToken(token)).setFields(fields);
  }

  private Reply<Users> listed(Request<Users> request)
      throws TargetUnavailable, InterruptedException {
    var reply = calls.read(wanting(AccountDirectory::numbered, request));
    if (reply instanceof No<Users>(var refusal, _) && refusal.bareDenial()) {
      throw administrator.noAdministrator();
    }
    return reply;
  }

  /** An account without an id must not count as one that is not there. */
  private static boolean numbered(Users page) {
    return users(page).allMatch(user -> Answered.has(user.getId()));
  }

  private static Stream<User> users(Users page) {
    return requireNonNullElse(page.getUsers(), List.<User>of()).stream();
  }

  private static Stream<Account> addressed(Users page) {
    return users(page)
        .filter(user -> Answered.has(user.getPrimaryEmail()))
        .map(AccountDirectory::account);
  }

  private static TargetUnavailable unreadable(Refusal refusal) {
    return new TargetUnavailable(
        "The accounts of this Google Workspace cannot be read (%s: %s)."
            .formatted(refusal.code(), refusal.message()),
        new IOException(refusal.code()));
  }

  /** The account that has an address. */
  public Optional<Account> account(String email) throws TargetUnavailable, InterruptedException {
    return switch (calls.read(wanting(AccountDirectory::whole, () -> asking(email)))) {
      case Ok<User>(var user, _) -> Optional.of(account(user));
      case No<User>(var refusal, _) -> absent(email, refusal);
    };
  }

  private Directory.Users.Get asking(String email) throws IOException {
    return directory.users().get(email).setFields(FIELDS);
  }

  private static boolean whole(User user) {
    return Answered.has(user.getId(), user.getPrimaryEmail());
  }

  /**
   * What it means that Google gives no account: 404 that there is none in the own domain, 400 that
   * this is no address. 403 comes for an address of a foreign domain, but not only: that takes
   * another question. Nothing else means that there is no account.
   */
  private Optional<Account> absent(String email, Refusal refusal)
      throws TargetUnavailable, InterruptedException {
    if (refusal.notFound() || refusal.is(KnownRefusal.INVALID_ARGUMENT)) {
      return Optional.empty();
    }
    if (refusal.status() == 403) {
      return searched(email);
    }
    throw unreadable(refusal);
  }

  /**
   * Looks for the address among those of this Workspace, which is never denied to an administrator
   * (source: Directory API, "Search for users": {@code email} covers the aliases).
   */
  private Optional<Account> searched(String email) throws TargetUnavailable, InterruptedException {
    return switch (listed(() -> searching(email))) {
      case Ok<Users>(var found, _) ->
          addressed(found).filter(account -> has(account, lower(email))).findFirst();
      case No<Users>(var refusal, _) when refusal.is(KnownRefusal.INVALID_ARGUMENT) ->
          Optional.empty();
      case No<Users>(var refusal, _) -> throw unreadable(refusal);
    };
  }

  private static boolean has(Account account, String email) {
    return account.email().equals(email) || account.aliases().contains(email);
  }

  private Directory.Users.List searching(String email) throws IOException {
    var quoted = email.replace("\\", "\\\\").replace("'", "\\'");
    return listing("", PAGE, "users(" + FIELDS + ")").setQuery("email='" + quoted + "'");
  }

  private static Account account(User user) {
    var primary = lower(user.getPrimaryEmail());
    var others = new LinkedHashSet<String>();
    Stream.of(user.getAliases(), user.getNonEditableAliases())
        .flatMap(AccountDirectory::each)
        .map(AccountDirectory::lower)
        .filter(alias -> !alias.equals(primary))
        .forEach(others::add);
    // An archived account cannot be used either (source: Directory API, "User.archived").
    boolean suspended =
        Boolean.TRUE.equals(user.getSuspended()) || Boolean.TRUE.equals(user.getArchived());
    return new Account(new AccountId(user.getId()), primary, List.copyOf(others), suspended);
  }

  private static Stream<String> each(@Nullable List<String> list) {
    return list == null ? Stream.of() : list.stream().filter(Answered::has);
  }

  private static String lower(String email) {
    return email.toLowerCase(Locale.ROOT);
  }
}
