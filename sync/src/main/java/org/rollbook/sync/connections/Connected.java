package org.rollbook.sync.connections;

/**
 * What became of a district that was to be joined to a target.
 *
 * @param renewed whether it was joined before: the connection that was there has the new
 *     administrator and credentials, and all else that it had
 */
public record Connected(ConnectionId id, boolean renewed) {}
