package org.rollbook.emulator.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One Google account as it is now. A change makes a new one, which {@link Accounts#put} keeps.
 *
 * @param email the primary address, in lower case
 * @param aliases further addresses that reach the account, in lower case
 * @param admin whether a super administrator of the domain
 * @param suspended whether an administrator has suspended it
 * @param deleted since when it is deleted; it can be restored
 * @param extra Directory fields that the emulator keeps and gives back, such as {@code externalIds}
 */
public record Account(
    AccountId id,
    String email,
    String givenName,
    String familyName,
    List<String> aliases,
    boolean admin,
    boolean suspended,
    boolean archived,
    Instant created,
    Optional<Instant> deleted,
    String orgUnitPath,
    Optional<JsonNode> extra) {
  public Account {
    aliases = List.copyOf(aliases);
  }

  /** Given and family name. */
  public String fullName() {
    return (givenName + " " + familyName).strip();
  }

  /** Whether the account can sign in and own or join classes. */
  public boolean active() {
    return !suspended && !archived && deleted.isEmpty();
  }

  /** The account with other names. */
  public Account named(String given, String family) {
    return new Account(
        id,
        email,
        given,
        family,
        aliases,
        admin,
        suspended,
        archived,
        created,
        deleted,
        orgUnitPath,
        extra);
  }

  /** The account with other addresses. */
  public Account addressed(String primary, List<String> others) {
    return new Account(
        id,
        primary,
        givenName,
        familyName,
        others,
        admin,
        suspended,
        archived,
        created,
        deleted,
        orgUnitPath,
        extra);
  }

  /** The account with another standing. */
  public Account standing(boolean isSuspended, boolean isArchived, Optional<Instant> isDeleted) {
    return new Account(
        id,
        email,
        givenName,
        familyName,
        aliases,
        admin,
        isSuspended,
        isArchived,
        created,
        isDeleted,
        orgUnitPath,
        extra);
  }

  /** The account in another place of the organisation, with other kept fields. */
  public Account placed(String path, Optional<JsonNode> kept) {
    return new Account(
        id,
        email,
        givenName,
        familyName,
        aliases,
        admin,
        suspended,
        archived,
        created,
        deleted,
        path,
        kept);
  }

  /** The account with or without the administrator's rights. */
  public Account administering(boolean isAdmin) {
    return new Account(
        id,
        email,
        givenName,
        familyName,
        aliases,
        isAdmin,
        suspended,
        archived,
        created,
        deleted,
        orgUnitPath,
        extra);
  }
}
