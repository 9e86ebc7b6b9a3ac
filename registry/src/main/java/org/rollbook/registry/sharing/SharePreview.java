package org.rollbook.registry.sharing;

import java.util.List;
import java.util.SortedMap;

/**
 * What a change of a share would do.
 *
 * @param counts by Clever's word for the kind of record, people by role
 * @param examples of the records that come and go, at most {@link #EXAMPLES} of each kind and
 *     direction, by name
 */
public record SharePreview(SortedMap<String, Counts> counts, List<Example> examples) {
  public static final int EXAMPLES = 20;

  public SharePreview {
    examples = List.copyOf(examples);
  }

  /**
   * How many records of one kind.
   *
   * @param now shared before
   * @param appear would come
   * @param disappear would go
   */
  public record Counts(long now, long appear, long disappear) {}

  /**
   * One record that would come or go.
   *
   * @param kind as in the counts
   * @param name as people know it
   * @param sisId the source's id, empty text for a contact or a record without one
   * @param appears whether it comes
   * @param rule what brings it, or brought it
   */
  public record Example(String kind, String name, String sisId, boolean appears, String rule) {}
}
