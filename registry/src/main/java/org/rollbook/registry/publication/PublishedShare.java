package org.rollbook.registry.publication;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.rollbook.core.share.Rule;
import org.rollbook.core.share.RuleText;
import org.rollbook.core.share.SharedField;

/**
 * One share to publish.
 *
 * @param app the app's number
 * @param selection as the table has it
 * @param contacts whether the app is sent contacts
 * @param withheld paths that it is not sent
 * @param formerlyWithheld as they were when it was last published to
 * @param anew whether everything may have come or gone, because it was defined anew
 * @param rules what rules it has about records, by number
 */
record PublishedShare(
    int app,
    String selection,
    boolean contacts,
    List<String> withheld,
    List<String> formerlyWithheld,
    boolean anew,
    List<NumberedRule> rules) {

  /** A rule of a share; {@code except} takes out what others bring. */
  record NumberedRule(int number, boolean except, Rule rule) {}

  boolean has(Rule.Subject subject) {
    return rules.stream().anyMatch(r -> r.rule().about() == subject);
  }

  /** Whether an object can look different to the app though it stayed the same. */
  boolean fieldsChanged() {
    return !withheld.equals(formerlyWithheld);
  }

  /** The district's shares, and the one that changed also when it was taken back. */
  static List<PublishedShare> of(DistrictSql sql, Optional<ShareChange> change) {
    int changed = change.map(ShareChange::app).orElse(0);
    return sql.query(
            """
            select s.app_id, s.selection, s.withheld_paths,
                   :contacts = any(a.required_fields || a.optional_fields)
                     and :contacts <> all(s.refused_fields) as contacts
            from share s join app a on a.id = s.app_id
            where s.district_id = :district and (s.selection <> 'none' or s.app_id = :changed)
            order by s.app_id
            """,
            "contacts",
            SharedField.STUDENT_CONTACTS.word(),
            "changed",
            changed)
        .query((row, n) -> share(row, rules(sql, row.getInt("app_id")), change))
        .list();
  }

  private static PublishedShare share(
      ResultSet row, List<NumberedRule> rules, Optional<ShareChange> change) throws SQLException {
    int app = row.getInt("app_id");
    List<String> withheld = texts(row.getArray("withheld_paths"));
    Optional<ShareChange> own = change.filter(c -> c.app() == app);
    return new PublishedShare(
        app,
        row.getString("selection"),
        row.getBoolean("contacts"),
        withheld,
        own.map(ShareChange::formerlyWithheld).orElse(withheld),
        own.isPresent(),
        rules);
  }

  private static List<NumberedRule> rules(DistrictSql sql, int app) {
    return sql.query(
            """
            select number, kind = 'except' as except, text from share_rule
            where district_id = :district and app_id = :app and kind in ('rule', 'except')
            order by number
            """,
            "app",
            app)
        .query((row, n) -> {
          boolean except = row.getBoolean("except");
          String text = row.getString("text");
          return new NumberedRule(
              row.getInt("number"),
              except,
              RuleText.parse(except ? text.substring("except ".length()) : text));
        })
        .list();
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
