package org.rollbook.core.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.rollbook.core.reconcile.ClassPlan;
import org.rollbook.core.roster.RecordId;

/**
 * Holds a plan that would take too much away (R2). It sees the classes of a plan one by one and
 * keeps a few numbers per school.
 */
public final class PlanGuard {
  private final PlanLimits limits;
  private final List<PlanHold> classHolds = new ArrayList<>();
  private final SortedMap<RecordId, Losses> schools = new TreeMap<>();

  /** What a school would lose so far. */
  private record Losses(long removals, long endings) {}

  /**
   * What a school has before the plan, its unchanged classes included.
   *
   * @param memberships seats in all its classes
   * @param classes its classes that are in use
   */
  public record SchoolSize(long memberships, long classes) {}

  public PlanGuard(PlanLimits limits) {
    this.limits = limits;
  }

  /**
   * Takes note of one class.
   *
   * @param school the school that the class belongs to
   * @param members how many members the class has before the plan
   */
  public void see(RecordId school, int members, ClassPlan plan) {
    long removals = plan.operations().stream().filter(o -> o.kind().removes()).count();
    long endings = plan.operations().stream().filter(o -> o.kind().ends()).count();
    if (removals + endings == 0) {
      return;
    }
    schools.merge(
        school,
        new Losses(removals, endings),
        (a, b) -> new Losses(a.removals + b.removals, a.endings + b.endings));
    if (over(removals, members, limits.classRemovals(), limits.classRemovalsFrom())) {
      classHolds.add(
          new PlanHold(
              PlanHold.Rule.CLASS_LOSES_MEMBERS,
              Optional.of(school),
              Optional.of(plan.section()),
              removals,
              members));
    }
  }

  /**
   * The schools whose sizes {@link #holds} has a use for, which are seldom any: those that lose as
   * much as a limit counts from. Where no section is shared, it has a use for all sizes.
   */
  public SortedSet<RecordId> schoolsInQuestion() {
    var inQuestion = new TreeSet<RecordId>();
    schools.forEach((school, losses) -> {
      if (losses.removals >= limits.schoolRemovalsFrom()
          || losses.endings >= limits.schoolEndingsFrom()) {
        inQuestion.add(school);
      }
    });
    return inQuestion;
  }

  /**
   * Why the plan has to wait, in a stable order; empty when it may run.
   *
   * @param sizes of {@link #schoolsInQuestion}; where no section is shared, of every school that
   *     has classes at the target
   * @param sharedSections how many sections the source shares now
   */
  public List<PlanHold> holds(SortedMap<RecordId, SchoolSize> sizes, long sharedSections) {
    var holds = new ArrayList<PlanHold>();
    long classes = sizes.values().stream().mapToLong(SchoolSize::classes).sum();
    if (sharedSections == 0 && classes > 0) {
      holds.add(
          new PlanHold(
              PlanHold.Rule.SOURCE_EMPTY, Optional.empty(), Optional.empty(), classes, classes));
    }
    schools.forEach((school, losses) ->
        holdSchool(school, losses, sizes.getOrDefault(school, new SchoolSize(0, 0)), holds));
    holds.addAll(classHolds);
    return List.copyOf(holds);
  }

  private void holdSchool(RecordId school, Losses losses, SchoolSize size, List<PlanHold> holds) {
    if (over(
        losses.removals, size.memberships, limits.schoolRemovals(), limits.schoolRemovalsFrom())) {
      holds.add(
          hold(PlanHold.Rule.SCHOOL_LOSES_MEMBERS, school, losses.removals, size.memberships));
    }
    if (over(losses.endings, size.classes, limits.schoolEndings(), limits.schoolEndingsFrom())) {
      holds.add(hold(PlanHold.Rule.SCHOOL_LOSES_CLASSES, school, losses.endings, size.classes));
    }
  }

  private static PlanHold hold(PlanHold.Rule rule, RecordId school, long count, long of) {
    return new PlanHold(rule, Optional.of(school), Optional.empty(), count, of);
  }

  private static boolean over(long count, long of, double share, int from) {
    // In decimals, as an administrator wrote the share: in binary, 29 % of 100 is less than 29.
    var allowed = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(of));
    return count >= from && BigDecimal.valueOf(count).compareTo(allowed) > 0;
  }
}
