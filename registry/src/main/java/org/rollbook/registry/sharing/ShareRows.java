package org.rollbook.registry.sharing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.share.Rule;
import org.rollbook.core.share.RuleText;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.ShareRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One share as the tables have it. */
final class ShareRows {
  private final JdbcClient jdbc;
  private final int district;
  private final AppId app;

  ShareRows(JdbcClient jdbc, int district, AppId app) {
    this.jdbc = jdbc;
    this.district = district;
    this.app = app;
  }

  /**
   * What is there of a share besides its definition.
   *
   * @param selection also {@code none}
   */
  record Row(
      String selection,
      boolean staff,
      List<String> refused,
      List<String> withheld,
      int generation) {
    boolean isShared() {
      return !selection.equals("none");
    }
  }

  /** Absent when there never was a share. */
  Optional<Row> row() {
    return statement(
            """
            select selection, staff, refused_fields, withheld_paths, token_generation
            from share where district_id = :district and app_id = :app
            """)
        .query((row, n) ->
            new Row(
                row.getString(1),
                row.getBoolean(2),
                List.of((String[]) row.getArray(3).getArray()),
                List.of((String[]) row.getArray(4).getArray()),
                row.getInt(5)))
        .optional();
  }

  /** The texts of the reasons for which records are in the share, by number. */
  Map<Integer, String> texts() {
    var texts = new TreeMap<Integer, String>();
    rules().forEach(rule -> texts.put(rule.number(), rule.text()));
    return texts;
  }

  private List<ShareRule> rules() {
    return statement(
            """
            select number, upper(kind), text from share_rule
            where district_id = :district and app_id = :app order by number
            """)
        .query((row, n) ->
            new ShareRule(
                row.getInt(1), ShareRule.Kind.valueOf(row.getString(2)), row.getString(3)))
        .list();
  }

  /** The share as it was set; absent when nothing is shared. */
  Optional<Share> share() {
    return row().filter(Row::isShared).map(row -> share(row, rules()));
  }

  private static Share share(Row row, List<ShareRule> rules) {
    var schools = new TreeSet<SchoolId>();
    var sections = new TreeSet<SectionId>();
    var named = new ArrayList<Rule>();
    var exceptions = new ArrayList<Rule>();
    for (ShareRule rule : rules) {
      String text = rule.text();
      switch (rule.kind()) {
        case ALL, STAFF -> {}
        case SCHOOL -> schools.add(new SchoolId(text.substring("school ".length())));
        case SECTION -> sections.add(new SectionId(text.substring("section ".length())));
        case RULE -> named.add(RuleText.parse(text));
        case EXCEPT -> exceptions.add(RuleText.parse(text.substring("except ".length())));
      }
    }
    Selection selection =
        !named.isEmpty()
            ? new Selection.ByRules(named)
            : !schools.isEmpty()
                ? new Selection.Schools(schools)
                : !sections.isEmpty()
                    ? new Selection.Sections(sections)
                    : new Selection.WholeDistrict();
    return new Share(selection, row.staff(), exceptions, FieldWords.read(row.refused()));
  }

  void write(Share share, List<String> withheld, Instant at) {
    statement(
            """
            insert into share (district_id, app_id, selection, staff, refused_fields,
                               withheld_paths, token_generation, changed_at)
            values (:district, :app, :selection, :staff, :refused, :withheld, 1, :at)
            on conflict (district_id, app_id) do update
            set selection = excluded.selection, staff = excluded.staff,
                refused_fields = excluded.refused_fields,
                withheld_paths = excluded.withheld_paths, changed_at = excluded.changed_at
            """)
        .param("selection", word(share.selection()))
        .param("staff", share.staff())
        .param("refused", FieldWords.of(share.refused()))
        .param("withheld", withheld.toArray(String[]::new))
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
    writeRules(ShareRule.of(share));
  }

  private void writeRules(List<ShareRule> rules) {
    forgetRules();
    statement(
            """
            insert into share_rule (district_id, app_id, number, kind, text)
            select :district, :app, * from unnest(:numbers, :kinds, :texts)
            """)
        .param("numbers", rules.stream().map(ShareRule::number).toArray(Integer[]::new))
        .param("kinds", rules.stream().map(rule -> rule.kind().word()).toArray(String[]::new))
        .param("texts", rules.stream().map(ShareRule::text).toArray(String[]::new))
        .update();
  }

  private void forgetRules() {
    statement("delete from share_rule where district_id = :district and app_id = :app").update();
  }

  /** Nothing is shared any more, and the token is void. */
  void takeBack(Instant at) {
    statement(
            """
            update share set selection = 'none', staff = false, refused_fields = '{}',
                   withheld_paths = '{}', token_generation = token_generation + 1,
                   token_hash = null, changed_at = :at
            where district_id = :district and app_id = :app
            """)
        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .update();
    forgetRules();
  }

  void writeToken(int generation, String token) {
    statement(
            """
            update share set token_generation = :generation, token_hash = :hash
            where district_id = :district and app_id = :app
            """)
        .param("generation", generation)
        .param("hash", Digest.sha256(token))
        .update();
  }

  /** When the share was last set. */
  Instant since() {
    return statement("select changed_at from share where district_id = :district and app_id = :app")
        .query((row, n) -> row.getTimestamp(1).toInstant())
        .single();
  }

  private JdbcClient.StatementSpec statement(String sql) {
    return jdbc.sql(sql).param("district", district).param("app", app.number());
  }

  private static String word(Selection selection) {
    return switch (selection) {
      case Selection.WholeDistrict _ -> "all";
      case Selection.Schools _ -> "schools";
      case Selection.Sections _ -> "sections";
      case Selection.ByRules _ -> "rules";
    };
  }
}
