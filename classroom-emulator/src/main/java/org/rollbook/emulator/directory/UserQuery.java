package org.rollbook.emulator.directory;

import java.util.Locale;
import java.util.function.Predicate;
import org.rollbook.emulator.people.Account;

/**
 * The part of the Directory's search that is served: {@code isSuspended=true|false}, {@code
 * isAdmin=…}, {@code email=…}, {@code email:prefix*}, {@code orgUnitPath=/…}, joined by spaces.
 */
final class UserQuery {
  private UserQuery() {}

  static Predicate<Account> parse(String text) {
    Predicate<Account> all = account -> true;
    for (String term : text.strip().split("\\s+", -1)) {
      all = all.and(term(term));
    }
    return all;
  }

  private static Predicate<Account> term(String term) {
    int at = Math.max(term.indexOf('='), term.indexOf(':'));
    if (at < 0) {
      throw DirectoryRefused.invalid("query");
    }
    String value = term.substring(at + 1).replace("'", "");
    String lower = value.toLowerCase(Locale.ROOT);
    String prefix = lower.endsWith("*") ? lower.substring(0, lower.length() - 1) : lower;
    return switch (term.substring(0, at)) {
      case "isSuspended" -> account -> account.suspended() == lower.equals("true");
      case "isAdmin" -> account -> account.admin() == lower.equals("true");
      case "orgUnitPath" -> account -> account.orgUnitPath().equals(value);
      case "email" ->
          lower.endsWith("*")
              ? account -> account.email().startsWith(prefix)
              : account -> account.email().equals(lower) || account.aliases().contains(lower);
      default -> throw DirectoryRefused.invalid("query");
    };
  }
}
