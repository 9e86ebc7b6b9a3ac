package org.rollbook.hub.clever;

import java.time.InstantSource;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.sharing.Apps;
import org.rollbook.registry.sharing.Publication;
import org.rollbook.registry.sharing.Sharing;

/**
 * What the API is made of; all of it stays its maker's to close, after the server.
 *
 * @param userTokens who is signed in
 */
public record DataApi(
    Database database,
    Apps apps,
    Sharing sharing,
    Publication publication,
    UserTokens userTokens,
    InstantSource clock) {}
