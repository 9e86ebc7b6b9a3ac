package org.rollbook.sync.connections;

import java.time.Instant;

/**
 * Why a connection's target could not be used when it was last asked.
 *
 * @param says for a person; shows nothing of the credentials
 * @param since when it was found
 */
public record ConnectionTrouble(String says, Instant since) {}
