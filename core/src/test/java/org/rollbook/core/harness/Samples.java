package org.rollbook.core.harness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.AccountMatch.Matched;
import org.rollbook.core.reconcile.AccountMatch.Unmatched;
import org.rollbook.core.reconcile.Agreement;
import org.rollbook.core.reconcile.BaselineSeat;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Member;
import org.rollbook.core.reconcile.Policy;
import org.rollbook.core.reconcile.Reconciler;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.core.reconcile.SeatAgreement;
import org.rollbook.core.reconcile.SourceClass;
import org.rollbook.core.reconcile.SourceMember;
import org.rollbook.core.reconcile.WaitingReason;
import org.rollbook.core.roster.RecordId;

/**
 * One class with few people in it. A person is named by a letter, and so is the account that is
 * theirs unless a test says otherwise.
 */
public final class Samples {
  public static final RecordId SECTION = new RecordId(7);
  public static final String NAME = "Biology 2";
  public static final Instant NOW = Instant.parse("2026-09-14T04:00:00Z");
  public static final Duration GRACE = Duration.ofDays(7);

  private Samples() {}

  public static Reconciler reconciler(Policy policy) {
    return new Reconciler(policy, GRACE, NOW);
  }

  public static AccountId account(String letter) {
    return new AccountId(letter);
  }

  public static RecordId person(String letter) {
    return new RecordId(1000 + letter.charAt(0));
  }

  public static Member member(String letter) {
    return new Member(account(letter), Optional.of(person(letter)));
  }

  public static SourceMember matched(String letter) {
    return new SourceMember(person(letter), new Matched(account(letter)));
  }

  /** Somebody who had the account of their letter and cannot use it now. */
  public static SourceMember without(String letter, WaitingReason reason) {
    return new SourceMember(person(letter), new Unmatched(reason, Optional.of(account(letter))));
  }

  /** A section of {@link #NAME} with a primary teacher and seats for others. */
  public static SourceClass source(String primary, Map<String, Seat> others) {
    return source(NAME, primary, others);
  }

  public static SourceClass source(String name, String primary, Map<String, Seat> others) {
    var teachers = new ArrayList<SourceMember>();
    var students = new ArrayList<SourceMember>();
    new TreeMap<>(others)
        .forEach((letter, seat) -> {
          switch (seat) {
            case TEACHER -> teachers.add(matched(letter));
            case STUDENT -> students.add(matched(letter));
            case NONE -> {}
          }
        });
    return section(name, Optional.of(matched(primary)), teachers, students);
  }

  public static SourceClass section(
      String name,
      Optional<SourceMember> primary,
      List<SourceMember> teachers,
      List<SourceMember> students) {
    return new SourceClass(SECTION, name, primary, teachers, students);
  }

  /** A class in use, called {@link #NAME}, that {@code owner} owns and that we made. */
  public static ClassBaseline baseline(String owner, Map<String, SeatAgreement> others) {
    var seats = seats(others);
    seats.put(
        account(owner),
        new BaselineSeat(Optional.of(person(owner)), SeatAgreement.ours(Seat.TEACHER)));
    return new ClassBaseline(
        SECTION,
        Agreement.on(NAME),
        Agreement.on(account(owner)),
        ClassState.ACTIVE,
        Ended.NOT,
        Optional.empty(),
        seats);
  }

  public static SortedMap<AccountId, BaselineSeat> seats(Map<String, SeatAgreement> others) {
    var seats = new TreeMap<AccountId, BaselineSeat>();
    others.forEach((letter, agreement) -> {
      if (!agreement.equals(SeatAgreement.NONE)) {
        seats.put(account(letter), new BaselineSeat(Optional.of(person(letter)), agreement));
      }
    });
    return seats;
  }

  /** What is agreed on each account, whoever's it is. */
  public static SortedMap<AccountId, SeatAgreement> agreements(ClassBaseline baseline) {
    var agreements = new TreeMap<AccountId, SeatAgreement>();
    baseline.seats().forEach((account, seat) -> agreements.put(account, seat.agreement()));
    return agreements;
  }

  public static ClassBaseline in(ClassBaseline baseline, ClassState state, Ended ended) {
    return new ClassBaseline(
        baseline.section(),
        baseline.name(),
        baseline.owner(),
        state,
        ended,
        baseline.goneSince(),
        baseline.seats());
  }

  public static ClassBaseline named(ClassBaseline baseline, Agreement<String> name) {
    return new ClassBaseline(
        baseline.section(),
        name,
        baseline.owner(),
        baseline.state(),
        baseline.ended(),
        baseline.goneSince(),
        baseline.seats());
  }

  public static ClassBaseline owned(ClassBaseline baseline, Agreement<AccountId> owner) {
    return new ClassBaseline(
        baseline.section(),
        baseline.name(),
        owner,
        baseline.state(),
        baseline.ended(),
        baseline.goneSince(),
        baseline.seats());
  }

  public static ClassBaseline gone(ClassBaseline baseline, Optional<Instant> since) {
    return new ClassBaseline(
        baseline.section(),
        baseline.name(),
        baseline.owner(),
        baseline.state(),
        baseline.ended(),
        since,
        baseline.seats());
  }
}
