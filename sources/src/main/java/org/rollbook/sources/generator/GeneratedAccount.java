package org.rollbook.sources.generator;

/**
 * An account that a person of a generated district would have in the district's Workspace.
 *
 * @param email unique in the district through all its days
 * @param givenName as in the roster
 * @param familyName as in the roster
 */
public record GeneratedAccount(String email, String givenName, String familyName) {}
