package org.rollbook.registry.sharing;

import java.util.List;
import java.util.Optional;

/** The apps that this installation knows. Thread-safe. */
public interface Apps {
  /**
   * Registers an app.
   *
   * @throws SharingRefused when the name is taken or a redirect address cannot be used
   */
  Registered register(NewApp app);

  /** All apps by name. */
  List<App> all();

  Optional<App> named(String name);

  Optional<App> withClientId(String clientId);

  /** The app whose id and secret these are; compares in constant time. */
  Optional<App> authenticated(String clientId, String clientSecret);
}
