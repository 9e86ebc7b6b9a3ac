package org.rollbook.core.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollbook.core.share.Selection.ByRules;
import org.rollbook.core.share.Selection.Schools;
import org.rollbook.core.share.Selection.Sections;
import org.rollbook.core.share.Selection.WholeDistrict;

/**
 * One reason for which records are in a share, or are not.
 *
 * @param number from 1, in the order of the share's own definition, the staff after that and the
 *     exceptions last; a record that several bring has the lowest
 * @param text in words that an administrator reads: {@code all}, {@code school s1}, a rule's text
 */
public record ShareRule(int number, Kind kind, String text) {
  /** What a reason is made of. */
  public enum Kind {
    ALL,
    SCHOOL,
    SECTION,
    RULE,
    STAFF,
    EXCEPT;

    /** How it is stored. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Every reason of {@code share}, by number. */
  public static List<ShareRule> of(Share share) {
    var rules = new ArrayList<ShareRule>();
    switch (share.selection()) {
      case WholeDistrict() -> add(rules, Kind.ALL, "all");
      case Schools(var schools) -> schools.forEach(id -> add(rules, Kind.SCHOOL, "school " + id));
      case Sections(var sections) ->
          sections.forEach(id -> add(rules, Kind.SECTION, "section " + id));
      case ByRules(var byRules) ->
          byRules.forEach(rule -> add(rules, Kind.RULE, RuleText.print(rule)));
    }
    if (share.staff()) {
      add(rules, Kind.STAFF, "staff");
    }
    for (Rule exception : share.exceptions()) {
      add(rules, Kind.EXCEPT, "except " + RuleText.print(exception));
    }
    return List.copyOf(rules);
  }

  private static void add(List<ShareRule> rules, Kind kind, String text) {
    rules.add(new ShareRule(rules.size() + 1, kind, text));
  }
}
