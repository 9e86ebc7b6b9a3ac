package org.rollbook.sync.target;

import java.util.Optional;

/**
 * How to reach one class at the target.
 *
 * @param name the name that we give the class for ever, unique among all districts and never shown
 *     to people (at Google the alias without its {@code d:}); the key that makes creation happen
 *     once (G12)
 * @param id the target's own id, once known
 */
public record ClassAddress(String name, Optional<TargetClassId> id) {
  /** The same class, with the id that the target gave it. */
  public ClassAddress at(TargetClassId known) {
    return new ClassAddress(name, Optional.of(known));
  }
}
