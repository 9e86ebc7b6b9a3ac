package org.rollbook.registry.sharing;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollbook.core.share.SharedField;

/**
 * What a vendor says of an app when it is registered.
 *
 * @param name what people call it, unique
 * @param redirectUris where sign-in may send people back to, compared exactly; the first serves all
 *     districts
 * @param loginOnly whether people only sign in with it: it gets no token for a district's data
 * @param required the sensitive fields it cannot do without
 * @param optional the sensitive fields it would like, and a district may refuse
 */
public record NewApp(
    String name,
    List<URI> redirectUris,
    boolean loginOnly,
    SortedSet<SharedField> required,
    SortedSet<SharedField> optional) {
  public NewApp {
    redirectUris = List.copyOf(redirectUris);
    required = Collections.unmodifiableSortedSet(new TreeSet<>(required));
    optional = Collections.unmodifiableSortedSet(new TreeSet<>(optional));
  }
}
