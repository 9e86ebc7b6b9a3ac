package org.rollbook.emulator.calls;

import java.util.Map;
import java.util.Objects;
import org.rollbook.emulator.people.Account;
import org.rollbook.emulator.wire.Query;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of an API method, already read, authorised and counted.
 *
 * @param path the decoded parts of the path by their names in the template
 * @param body the request message, empty when there is none
 * @param caller who calls
 * @param account the caller's account at the time of the call
 */
public record Call(
    ApiMethod method,
    Map<String, String> path,
    Query query,
    ObjectNode body,
    Caller caller,
    Account account) {

  /** A part of the path that the method's template has. */
  public String part(String name) {
    return Objects.requireNonNull(path.get(name), name);
  }

  /** Names a list in the caller's eyes, for page tokens. */
  public String listName() {
    return method.id() + path + account.id().text();
  }
}
