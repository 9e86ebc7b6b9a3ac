package org.rollbook.emulator;

import java.util.Optional;
import org.rollbook.emulator.calls.Verb;
import org.rollbook.emulator.wire.Query;

/**
 * One request to an API, from a connection of its own or from a batch.
 *
 * @param rawPath the path with its escapes
 * @param authorization the header of that name
 * @param body the unpacked body
 */
record ApiRequest(
    Verb verb, String rawPath, Query query, Optional<String> authorization, String body) {}
