/**
 * The server's face for machines and people: health, metrics and the status page. It shows what a
 * {@link org.rollbook.hub.server.StatusSource} says and decides nothing. Start at {@link
 * org.rollbook.hub.server.RollbookServer}.
 */
package org.rollbook.hub.server;
