package org.rollbook.app.sharing;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollbook.app.console.UsageError;
import org.rollbook.core.share.SharedField;

/** The words by which the sensitive fields are named when they are typed. */
final class FieldWords implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return words().iterator();
  }

  private static List<String> words() {
    return Arrays.stream(SharedField.values()).map(SharedField::word).toList();
  }

  /** The fields that {@code typed} name. */
  static SortedSet<SharedField> fields(List<String> typed) {
    var fields = new TreeSet<SharedField>();
    for (String word : typed) {
      fields.add(field(word.strip().toLowerCase(Locale.ROOT)));
    }
    return fields;
  }

  private static SharedField field(String word) {
    return Arrays.stream(SharedField.values())
        .filter(field -> field.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new UsageError(
                "There is no field '%s'. The sensitive fields are %s; all others come with every"
                        .formatted(word, String.join(", ", words()))
                    + " shared record."));
  }
}
