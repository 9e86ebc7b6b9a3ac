package org.rollbook.google;

import java.util.Optional;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Member;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.Reason;

/** Operations as plans have them, with reasons that fit. */
final class Operations {
  private Operations() {}

  static Member member(AccountId account) {
    return new Member(account, Optional.empty());
  }

  static Operation create(String name, AccountId owner) {
    return new Operation.CreateClass(name, member(owner), Reason.SECTION_SHARED);
  }

  static Operation addStudent(AccountId account) {
    return new Operation.AddStudent(member(account), Reason.JOINED_SECTION);
  }

  static Operation addTeacher(AccountId account) {
    return new Operation.AddTeacher(member(account), Reason.JOINED_SECTION);
  }

  static Operation removeStudent(AccountId account) {
    return new Operation.RemoveStudent(member(account), Reason.LEFT_SECTION);
  }

  static Operation removeTeacher(AccountId account) {
    return new Operation.RemoveTeacher(member(account), Reason.LEFT_SECTION);
  }

  static Operation rename(String from, String to) {
    return new Operation.RenameClass(from, to, Reason.SECTION_RENAMED);
  }

  static Operation changeOwner(AccountId from, AccountId to) {
    return new Operation.ChangeOwner(from, member(to), Reason.PRIMARY_TEACHER_CHANGED);
  }

  static Operation archive() {
    return new Operation.ArchiveClass(Reason.SECTION_GONE);
  }

  static Operation decline() {
    return new Operation.DeclineClass(Reason.SECTION_GONE);
  }

  static Operation restore(ClassState from) {
    return new Operation.RestoreClass(from, Reason.SECTION_RETURNED);
  }
}
