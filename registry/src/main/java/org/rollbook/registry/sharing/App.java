package org.rollbook.registry.sharing;

import java.time.Instant;

/**
 * A registered app.
 *
 * @param clientId what it calls itself when it signs people in or asks for tokens
 * @param about as it was registered
 */
public record App(AppId id, String clientId, NewApp about, Instant createdAt) {}
