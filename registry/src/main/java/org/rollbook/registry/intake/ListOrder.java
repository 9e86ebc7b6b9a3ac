package org.rollbook.registry.intake;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lists in which no source gives the order a meaning: rows of one person come in any order, and so
 * do the schools and teachers that Clever's API lists. They keep the order of the roster, and what
 * is new stands behind it as it was named, so that another order is no change (H5) and the school
 * that somebody had first stays the first.
 */
final class ListOrder {
  private static final String IDS =
      """
      case when m.{list} <> o.{list} and o.deleted_event is null then
        array(select u.id from unnest(m.{list}) with ordinality u(id, place)
              order by array_position(o.{list}, u.id), u.place)
      else m.{list} end\
      """;

  private static final String OBJECTS =
      """
      case when m.{list} <> o.{list} and o.deleted_event is null then
        (select coalesce(jsonb_agg(u.value order by f.place, u.place), '[]')
         from jsonb_array_elements(m.{list}) with ordinality u(value, place)
         left join (select e.value, min(e.place) as place
                    from jsonb_array_elements(o.{list}) with ordinality e(value, place)
                    group by 1) f on f.value = u.value)
      else m.{list} end\
      """;

  private static final Map<String, String> LISTS =
      Map.of("school_ids", IDS, "co_teacher_ids", IDS, "contacts", OBJECTS);

  private ListOrder() {}

  /** What the merged record {@code m} of the former {@code o} says, separated by commas. */
  static String values(RosterTable table) {
    return table.columns().stream().map(ListOrder::value).collect(Collectors.joining(", "));
  }

  /** As {@link #values}, each under its column's name. */
  static String columns(RosterTable table) {
    return table.columns().stream()
        .map(column -> value(column) + " as " + column)
        .collect(Collectors.joining(", "));
  }

  private static String value(String column) {
    return LISTS.getOrDefault(column, "m.{list}").replace("{list}", column);
  }
}
