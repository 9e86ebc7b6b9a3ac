package org.rollbook.registry.sharing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;

/** How sensitive fields are stored, and which of them an app is not sent. */
final class FieldWords {
  private FieldWords() {}

  static String[] of(Set<SharedField> fields) {
    return fields.stream().map(SharedField::word).toArray(String[]::new);
  }

  /** A word of a newer or older version names nothing: what nobody asks for is not sent. */
  static SortedSet<SharedField> read(List<String> words) {
    var fields = new TreeSet<SharedField>();
    for (SharedField field : SharedField.values()) {
      if (words.contains(field.word())) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** The paths of all fields that the app did not ask for or the district refuses. */
  static List<String> withheld(NewApp app, Share share) {
    return Arrays.stream(SharedField.values())
        .filter(field ->
            !(app.required().contains(field) || app.optional().contains(field))
                || share.refused().contains(field))
        .flatMap(field -> field.paths().stream())
        .toList();
  }
}
