package org.rollbook.emulator.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes an account as the Directory's {@code User} (source: its discovery document). */
final class UserMessage {
  static final String CUSTOMER = "C00rollbk";
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_EMAIL = 254;

  /** Fields that are kept as they come and given back as they are. */
  private static final List<String> KEPT =
      List.of("externalIds", "organizations", "relations", "locations", "customSchemas");

  private UserMessage() {}

  static ObjectNode write(Account account) {
    ObjectNode json = Json.object().put("kind", "admin#directory#user");
    json.put("id", account.id().text());
    json.put("etag", "\"" + Integer.toHexString(account.hashCode()) + "\"");
    json.put("primaryEmail", account.email());
    ObjectNode name = json.putObject("name").put("givenName", account.givenName());
    name.put("familyName", account.familyName()).put("fullName", account.fullName());
    json.put("isAdmin", account.admin()).put("isDelegatedAdmin", false);
    json.put("creationTime", account.created().toString()).put("agreedToTerms", true);
    json.put("suspended", account.suspended()).put("archived", account.archived());
    if (account.suspended()) {
      json.put("suspensionReason", "ADMIN");
    }
    account.deleted().ifPresent(when -> json.put("deletionTime", when.toString()));
    writeAddresses(json, account);
    json.put("customerId", CUSTOMER).put("orgUnitPath", account.orgUnitPath());
    json.put("isMailboxSetup", true).put("includeInGlobalAddressList", true);
    account
        .extra()
        .ifPresent(kept -> kept.properties().forEach(e -> json.set(e.getKey(), e.getValue())));
    return json;
  }

  private static void writeAddresses(ObjectNode json, Account account) {
    ArrayNode emails = json.putArray("emails");
    emails.addObject().put("address", account.email()).put("primary", true);
    if (!account.aliases().isEmpty()) {
      ArrayNode aliases = json.putArray("aliases");
      for (String alias : account.aliases()) {
        emails.addObject().put("address", alias);
        aliases.add(alias);
      }
    }
    json.putArray("nonEditableAliases").add(account.email() + ".test-google-a.com");
  }

  static Fields read(ObjectNode body) {
    return new Fields("user", body);
  }

  /** An e-mail address in lower case, when it is written as one. */
  static Optional<String> address(Optional<String> text) {
    return text.map(given -> given.strip().toLowerCase(Locale.ROOT))
        .filter(given -> given.length() <= LONGEST_EMAIL)
        .filter(given -> given.matches("[^@\\s]+@[^@\\s]+"));
  }

  static Fields name(Fields user) {
    return user.json()
        .optional("name")
        .filter(ObjectNode.class::isInstance)
        .map(given -> new Fields("name", (ObjectNode) given))
        .orElseGet(() -> new Fields("name", Json.object()));
  }

  static Optional<String> givenName(Fields user) {
    return name(user).text("givenName", LONGEST_NAME);
  }

  static Optional<String> familyName(Fields user) {
    return name(user).text("familyName", LONGEST_NAME);
  }

  /** The kept fields of a message over those that were kept before. */
  static Optional<JsonNode> kept(Account former, Fields user) {
    ObjectNode all = Json.object();
    former
        .extra()
        .ifPresent(old -> old.properties().forEach(e -> all.set(e.getKey(), e.getValue())));
    for (String name : KEPT) {
      user.json().optional(name).ifPresent(value -> all.set(name, value));
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }
}
