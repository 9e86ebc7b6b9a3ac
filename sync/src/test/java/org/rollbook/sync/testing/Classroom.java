package org.rollbook.sync.testing;

import java.time.InstantSource;
import java.util.List;
import java.util.SortedSet;
import org.rollbook.sync.execution.Targets;

/**
 * A target as people see it and act on it, with real or modelled ways behind it: what the tests of
 * the rules need, so that one set of them runs against the model and against the real client and
 * the emulator.
 */
public interface Classroom extends AutoCloseable {
  /**
   * A class as its administrator sees it.
   *
   * @param owner address of the owner
   * @param state in Google's words
   */
  record SeenClass(
      String id,
      String name,
      String owner,
      String state,
      SortedSet<String> teachers,
      SortedSet<String> students) {}

  /** Calls made so far. */
  record CallCount(long reads, long writes) {}

  /** It goes by this clock from now on, where it has none of its own. */
  void follow(InstantSource time);

  void makeAccount(String address, String... aliases);

  void suspend(String address);

  void deleteAccount(String address);

  /** Every class there is, oldest first. */
  List<SeenClass> classes();

  /** A person makes a class by hand. */
  String makeClass(String owner, String name);

  void rename(String classId, String name);

  /** The teacher accepts, declines, archives or takes up again: the state in Google's words. */
  void putInState(String classId, String state);

  void addStudent(String classId, String address);

  void removeStudent(String classId, String address);

  void addTeacher(String classId, String address);

  void removeTeacher(String classId, String address);

  void deleteClass(String classId);

  CallCount calls();

  void forgetCalls();

  /** What a connection to it needs. */
  Targets targets();

  String credentials();

  String administrator();

  @Override
  void close();
}
