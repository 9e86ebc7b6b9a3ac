package org.rollbook.app.commands;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollbook.app.console.Words;
import org.rollbook.registry.intake.DistrictKey;

/**
 * A district that an import has made beside others: a name that was mistyped makes one too.
 *
 * @param others those that were there, the most similar names first
 */
public record NewDistrict(DistrictKey key, List<DistrictKey> others) {
  private static final int SHOWN = 5;

  public NewDistrict {
    others = List.copyOf(others);
  }

  /**
   * Empty when the district was there, or is the first of all.
   *
   * @param before the districts that were there before the import
   */
  public static Optional<NewDistrict> of(DistrictKey key, List<DistrictKey> before) {
    if (before.isEmpty() || before.contains(key)) {
      return Optional.empty();
    }
    var nearest =
        Comparator.<DistrictKey>comparingInt(other -> distance(key.value(), other.value()))
            .thenComparing(DistrictKey::value);
    return Optional.of(new NewDistrict(key, before.stream().sorted(nearest).toList()));
  }

  /** In a sentence. */
  String says() {
    var names = String.join(", ", others.stream().limit(SHOWN).map(DistrictKey::value).toList());
    int more = others.size() - SHOWN;
    return "%s is a new district; there is already: %s%s."
        .formatted(key, names, more > 0 ? " and " + Words.number(more) + " more" : "");
  }

  /** How many letters have to be changed, added or left out to make one of the other. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
