/**
 * Clever's Data and Events API v3 as a client sees it: {@code CleverApi} for whoever builds on a
 * district's shared roster, {@code EventCursor} for keeping up with it, and {@code CleverApiPull}
 * with {@code CleverApiDump} for taking a whole district in as a delivery. Plain Java: it needs the
 * JDK's HTTP client and Jackson.
 *
 * <p>Facts are from Clever's published specifications (swagger files of v3.1) and its developer
 * pages on paging, limits, errors and events.
 */
package org.rollbook.sources.cleverapi;
