package org.rollbook.registry.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rollbook.registry.sharing.Reader;

/**
 * An SQL expression for an object without what its reader is not sent. Paths are grouped by the
 * object that holds them: taking away twenty fields of a student costs as much as taking away one.
 */
final class Shown {
  /** By kind, then by the path of the object that holds them: the keys to leave out. */
  private final Map<Short, Map<String, List<String>>> hidden = new TreeMap<>();

  private final Map<String, Object> parameters = new HashMap<>();

  private Shown() {}

  static Shown to(Reader reader, ObjectVersion version) {
    var shown = new Shown();
    version.unknown().forEach(shown::hide);
    // SharedField's paths are into students' objects: an adult's e-mail is no student's.
    shown.hide((short) RecordType.STUDENT, reader.withheldPaths());
    return shown;
  }

  private void hide(short kind, List<String> paths) {
    for (String path : paths) {
      int end = Math.max(path.lastIndexOf('.'), 0);
      hidden
          .computeIfAbsent(kind, absent -> new TreeMap<>())
          .computeIfAbsent(path.substring(0, end), absent -> new ArrayList<>())
          .add(path.substring(end == 0 ? 0 : end + 1));
    }
  }

  /** {@code column} of {@code alias}, which has a column {@code kind}, as the reader gets it. */
  String expression(String alias, String column) {
    var object = alias + "." + column;
    if (hidden.isEmpty()) {
      return object;
    }
    var sql = new StringBuilder("case " + alias + ".kind");
    hidden.forEach((kind, parents) ->
        sql.append(" when ").append(kind).append(" then ").append(less(kind, object, parents)));
    return sql.append(" else ").append(object).append(" end").toString();
  }

  /** Parents come before what is in them: the empty path sorts first. */
  private String less(short kind, String object, Map<String, List<String>> parents) {
    var sql = object;
    for (var parent : parents.entrySet()) {
      var name = "hidden_" + kind + "_" + parent.getKey().replace('.', '_');
      parameters.put(name, parent.getValue().toArray(String[]::new));
      if (parent.getKey().isEmpty()) {
        sql = "%s - cast(:%s as text[])".formatted(sql, name);
      } else {
        parameters.put("in_" + name, parent.getKey().split("\\."));
        sql =
            """
            jsonb_set(%1$s, cast(:in_%2$s as text[]), coalesce(
              case when jsonb_typeof(%3$s #> cast(:in_%2$s as text[])) = 'object'
                then (%3$s #> cast(:in_%2$s as text[])) - cast(:%2$s as text[]) end,
              %3$s #> cast(:in_%2$s as text[]), 'null'), false)\
            """
                .formatted(sql, name, object);
      }
    }
    return sql;
  }

  /** What the expressions made so far leave open. */
  Map<String, Object> parameters() {
    return parameters;
  }
}
