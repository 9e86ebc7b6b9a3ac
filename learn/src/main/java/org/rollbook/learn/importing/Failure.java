package org.rollbook.learn.importing;

/**
 * What went wrong, for the teacher who sees it and for whom they ask (L3).
 *
 * @param code a word that stays the same, for those who help; see {@link FailureCode}
 * @param says what happened, what it means and what to do, in a sentence or two
 * @param contact whom to ask
 */
public record Failure(String code, String says, String contact) {}
