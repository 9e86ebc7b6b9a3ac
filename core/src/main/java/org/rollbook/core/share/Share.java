package org.rollbook.core.share;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which part of a district's roster one app sees, and which fields of it (H6).
 *
 * @param selection the sections and people that are shared
 * @param staff whether all staff is shared too; the whole-district selection does not bring them by
 *     itself, for an app seldom needs them
 * @param exceptions people whom a rule of these names are left out, whatever else brings them: a
 *     shared section still lists their ids, and whoever looks one up is told that there is none.
 *     Rules about sections leave sections out.
 * @param refused optional fields that the district does not share with this app
 */
public record Share(
    Selection selection, boolean staff, List<Rule> exceptions, SortedSet<SharedField> refused) {
  public Share {
    exceptions = List.copyOf(exceptions);
    refused = Collections.unmodifiableSortedSet(new TreeSet<>(refused));
  }

  /** Everything that the district has but its staff. */
  public static Share wholeDistrict() {
    return of(new Selection.WholeDistrict());
  }

  /** {@code selection}, without staff, exceptions or refused fields. */
  public static Share of(Selection selection) {
    return new Share(selection, false, List.of(), new TreeSet<>());
  }
}
