package org.rollbook.core.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollbook.core.harness.Happening.AccountReplaced;
import org.rollbook.core.harness.Happening.AccountSuspended;
import org.rollbook.core.harness.Happening.AccountUsable;
import org.rollbook.core.harness.Happening.BaselineLost;
import org.rollbook.core.harness.Happening.DaysPass;
import org.rollbook.core.harness.Happening.HandGivesClassTo;
import org.rollbook.core.harness.Happening.HandRenames;
import org.rollbook.core.harness.Happening.HandSeats;
import org.rollbook.core.harness.Happening.HandTurns;
import org.rollbook.core.harness.Happening.SectionLeaves;
import org.rollbook.core.harness.Happening.SectionReturns;
import org.rollbook.core.harness.Happening.SourceNamesPrimary;
import org.rollbook.core.harness.Happening.SourceRenames;
import org.rollbook.core.harness.Happening.SourceSeats;
import org.rollbook.core.harness.Happening.Sync;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Seat;

/** What happened, in order; the same seed is the same history. */
public record History(List<Happening> happenings) {
  private static final int ALL_ANSWERS = Integer.MAX_VALUE;
  private static final List<String> NAMES = List.of("Biology 2", "Biology 3", "Frogs");

  public History {
    happenings = List.copyOf(happenings);
  }

  public static History random(long seed, int length) {
    var random = new SplittableRandom(seed);
    return new History(Stream.generate(() -> next(random)).limit(length).toList());
  }

  private static Happening next(SplittableRandom random) {
    int dice = random.nextInt(100);
    if (dice < 36) {
      boolean killed = random.nextInt(4) == 0;
      return new Sync(random.nextInt(4) == 0, killed ? random.nextInt(4) : ALL_ANSWERS);
    }
    if (dice < 61) {
      return atSource(random);
    }
    if (dice < 70) {
      return atDirectory(random);
    }
    if (dice < 94) {
      return byHand(random);
    }
    return random.nextInt(12) == 0 ? new BaselineLost() : new DaysPass(1 + random.nextInt(8));
  }

  private static Happening atSource(SplittableRandom random) {
    return switch (random.nextInt(10)) {
      case 0 -> new SectionLeaves();
      case 1 -> new SectionReturns();
      case 2 -> new SourceRenames(oneOf(NAMES, random));
      case 3, 4 -> new SourceNamesPrimary(primary(random));
      default -> new SourceSeats(person(random), oneOf(List.of(Seat.values()), random));
    };
  }

  private static Optional<String> primary(SplittableRandom random) {
    return random.nextInt(6) == 0 ? Optional.empty() : Optional.of(person(random));
  }

  private static Happening atDirectory(SplittableRandom random) {
    return switch (random.nextInt(5)) {
      case 0 -> new AccountReplaced(person(random));
      case 1, 2 -> new AccountSuspended(person(random));
      default -> new AccountUsable(person(random));
    };
  }

  private static Happening byHand(SplittableRandom random) {
    var accounts = World.ACCOUNTS;
    return switch (random.nextInt(10)) {
      case 0 -> new HandRenames(oneOf(NAMES, random));
      case 1 -> new HandGivesClassTo(oneOf(accounts, random));
      case 2, 3, 4 -> new HandTurns(turn(random));
      default -> new HandSeats(oneOf(accounts, random), oneOf(List.of(Seat.values()), random));
    };
  }

  /** Deleting is rare: nothing interesting can happen afterwards. */
  private static ClassState turn(SplittableRandom random) {
    var state = oneOf(List.of(ClassState.values()), random);
    return state == ClassState.DELETED && random.nextInt(8) > 0 ? ClassState.ACTIVE : state;
  }

  private static String person(SplittableRandom random) {
    return oneOf(World.PEOPLE, random);
  }

  private static <T> T oneOf(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The shortest history found by leaving things out of this one that still fails. */
  public History shrunk(Predicate<History> fails) {
    for (int i = 0; i < happenings.size(); i++) {
      var shorter = new ArrayList<>(happenings);
      shorter.remove(i);
      var candidate = new History(shorter);
      if (fails.test(candidate)) {
        return candidate.shrunk(fails);
      }
    }
    return this;
  }

  @Override
  public String toString() {
    return happenings.stream()
        .map(Happening::toString)
        .collect(Collectors.joining("\n  ", "\n  ", ""));
  }
}
