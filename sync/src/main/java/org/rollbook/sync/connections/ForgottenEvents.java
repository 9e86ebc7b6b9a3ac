package org.rollbook.sync.connections;

/**
 * Events are kept for a limited time (H5). A connection that was not run for longer has lost its
 * place: what changed since cannot be told from the events, so everything has to be looked at.
 */
public final class ForgottenEvents {
  private ForgottenEvents() {}

  /**
   * A condition in a query with {@code connection c} and {@code district_state d}: whether an event
   * after the one in {@code column} may be forgotten. Without anything new it costs nothing.
   */
  public static String since(String column) {
    return """
    (d.last_event > %1$s and coalesce(least(
        (select min(s.seq) from section_change s where s.district_id = c.district_id),
        (select min(p.seq) from person_change p where p.district_id = c.district_id)
      ) > %1$s + 1, true))
    """
        .formatted(column);
  }
}
