package org.rollbook.emulator.courses;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One class as it is now. Its teachers and students are ordinals of accounts. */
public final class Course {
  private static final long FIRST_NUMBER = 600_000_000_000L;
  private static final long STEP = 7_919;
  private static final int CODE_LENGTH = 7;
  private static final int CODE_BASE = 36;

  private final int ordinal;
  private final Instant created;
  private final SortedInts teachers = new SortedInts();
  private final SortedInts students = new SortedInts();
  private final List<CourseAlias> aliases = new ArrayList<>(1);
  private CourseText text;
  private CourseState state;
  private int owner;
  private Instant updated;
  private boolean onceActive;
  private Transfer transfer;

  /**
   * The latest change of owner.
   *
   * @param former who owned the class before; the owner itself when it never changed
   */
  record Transfer(int former, Instant at) {}

  Course(int ordinal, CourseText text, CourseState state, int owner, Instant now) {
    this.ordinal = ordinal;
    this.text = text;
    this.state = state;
    this.owner = owner;
    this.created = now;
    this.updated = now;
    this.onceActive = state == CourseState.ACTIVE;
    this.transfer = new Transfer(owner, now);
  }

  /** The number on the wire, twelve digits or more as Google's are. */
  public String id() {
    return Long.toString(FIRST_NUMBER + ordinal * STEP);
  }

  /** The ordinal that an id stands for, or -1 when it is none of ours. */
  static int ordinalOf(String id) {
    if (id.length() > 18 || !id.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return -1;
    }
    long distance = (id.isEmpty() ? 0 : Long.parseLong(id)) - FIRST_NUMBER;
    boolean ours = distance >= 0 && distance % STEP == 0 && distance / STEP < Integer.MAX_VALUE;
    return ours ? (int) (distance / STEP) : -1;
  }

  /** The code with which a student joins. */
  String enrollmentCode() {
    long spread = (ordinal + 1L) * 2_862_933_555_777_941_757L + 3_037_000_493L;
    String digits = Long.toString(spread >>> 1, CODE_BASE) + "0000000";
    return digits.substring(0, CODE_LENGTH);
  }

  /** The order of its making among all classes. */
  public int ordinal() {
    return ordinal;
  }

  /** What people wrote about it. */
  public CourseText text() {
    return text;
  }

  /** Its state. */
  public CourseState state() {
    return state;
  }

  /** The ordinal of the account that owns it. */
  public int owner() {
    return owner;
  }

  /** How many teachers it has, the owner among them. */
  public int teacherCount() {
    return teachers.size();
  }

  /** How many students it has. */
  public int studentCount() {
    return students.size();
  }

  /** The ordinals of its teachers' accounts, ascending. */
  public int[] teacherOrdinals() {
    return teachers.stream().toArray();
  }

  /** The ordinals of its students' accounts, ascending. */
  public int[] studentOrdinals() {
    return students.stream().toArray();
  }

  /** Whether the account teaches the class. */
  public boolean teaches(int account) {
    return teachers.contains(account);
  }

  /** Whether the account is a student of the class. */
  public boolean studies(int account) {
    return students.contains(account);
  }

  Instant created() {
    return created;
  }

  Instant updated() {
    return updated;
  }

  boolean onceActive() {
    return onceActive;
  }

  Transfer transfer() {
    return transfer;
  }

  SortedInts teachers() {
    return teachers;
  }

  SortedInts students() {
    return students;
  }

  List<CourseAlias> aliases() {
    return aliases;
  }

  void change(CourseText newText, CourseState newState, Instant now) {
    text = newText;
    state = newState;
    updated = now;
    onceActive = onceActive || newState == CourseState.ACTIVE;
  }

  void own(int newOwner, Instant now) {
    transfer = new Transfer(owner, now);
    owner = newOwner;
    updated = now;
  }

  /** Google suspends the class; nobody else can, and no call undoes it. */
  public void suspend() {
    state = CourseState.SUSPENDED;
  }
}
