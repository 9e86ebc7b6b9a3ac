package org.rollbook.core.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollbook.core.share.Selection.ByRules;

/**
 * All shares by one or two rules with up to two exceptions, with staff and without, against a table
 * of what each rule names in the small district and of who is with whom.
 */
class ShareEnumerationTest {
  private static final WholeRoster ROSTER = SmallDistrict.roster();

  /** What a rule names, written by hand. */
  private static final Map<String, Set<String>> NAMED =
      new TreeMap<>(
          Map.of(
              "section.subject is math", Set.of("algebra"),
              "section.teacher is lou", Set.of("algebra", "choir"),
              "section.school is north", Set.of("algebra", "biology"),
              "student.school is south", Set.of("ann", "dee"),
              "student.grade in 9..12", Set.of("ann", "ben"),
              "teacher.email contains o", Set.of("kim", "lou", "mo"),
              "teacher.title is Head", Set.of("kim"),
              "staff.title is not Principal", Set.of("quinn")));

  /** What a section brings, and a person; every id is of one record. */
  private static final Map<String, Set<String>> BROUGHT =
      Map.ofEntries(
          Map.entry("algebra", Set.of("kim", "lou", "ann", "ben", "c1", "t1", "north")),
          Map.entry("biology", Set.of("cyd", "north")),
          Map.entry("choir", Set.of("lou", "ann", "c2", "t2", "south")),
          Map.entry("ann", Set.of("north", "south")),
          Map.entry("ben", Set.of("north")),
          Map.entry("cyd", Set.of("north")),
          Map.entry("dee", Set.of("south")),
          Map.entry("kim", Set.of("north")),
          Map.entry("lou", Set.of("south")),
          Map.entry("pat", Set.of("north")),
          Map.entry("quinn", Set.of("south")));

  @Test
  void H6_every_small_share() {
    var rules = List.copyOf(NAMED.keySet());
    var lists = upToTwo(rules);
    int shares = 0;
    for (var by : lists.stream().filter(list -> !list.isEmpty()).toList()) {
      for (var except : lists) {
        for (boolean staff : new boolean[] {false, true}) {
          assertThat(members(by, staff, except))
              .as("%s, staff %s, except %s", by, staff, except)
              .isEqualTo(expected(by, staff, except));
          shares++;
        }
      }
    }
    assertThat(shares).isEqualTo((8 + 8 * 8) * (1 + 8 + 8 * 8) * 2);
  }

  private static List<List<String>> upToTwo(List<String> rules) {
    var lists = new ArrayList<List<String>>();
    lists.add(List.of());
    for (var one : rules) {
      lists.add(List.of(one));
      rules.forEach(other -> lists.add(List.of(one, other)));
    }
    return lists;
  }

  private static Map<String, Integer> members(List<String> by, boolean staff, List<String> except) {
    var share = new Share(new ByRules(read(by)), staff, read(except), new TreeSet<SharedField>());
    var members = new TreeMap<String, Integer>();
    SharedRecords.of(ROSTER, share).rules().forEach((key, rule) -> members.put(key.id(), rule));
    return members;
  }

  private static List<Rule> read(List<String> rules) {
    return rules.stream().map(RuleText::parse).toList();
  }

  /** Rule by rule from the last to the first, so that the lowest number stays. */
  private static Map<String, Integer> expected(
      List<String> by, boolean staff, List<String> except) {
    var out = new TreeSet<String>();
    except.forEach(rule -> out.addAll(named(rule)));
    var members = new TreeMap<String, Integer>();
    if (staff) {
      put(members, Set.of("pat", "quinn"), out, by.size() + 1);
    }
    for (int number = by.size(); number > 0; number--) {
      put(members, named(by.get(number - 1)), out, number);
    }
    return members;
  }

  private static void put(
      Map<String, Integer> members, Set<String> named, Set<String> out, int number) {
    named.stream()
        .filter(id -> !out.contains(id))
        .flatMap(id -> Stream.concat(Stream.of(id), brought(id)))
        .filter(id -> !out.contains(id))
        .flatMap(id -> Stream.concat(Stream.of(id), brought(id)))
        .filter(id -> !out.contains(id))
        .forEach(id -> members.put(id, number));
  }

  private static Set<String> named(String rule) {
    return NAMED.getOrDefault(rule, Set.of());
  }

  private static Stream<String> brought(String id) {
    return BROUGHT.getOrDefault(id, Set.of()).stream();
  }
}
