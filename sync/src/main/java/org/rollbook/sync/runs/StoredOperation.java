package org.rollbook.sync.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Member;
import org.rollbook.core.reconcile.Operation;
import org.rollbook.core.reconcile.OperationKind;
import org.rollbook.core.reconcile.Reason;
import org.rollbook.core.roster.RecordId;

/** How an operation stands in the journal's table. */
public final class StoredOperation {
  private StoredOperation() {}

  /** Reads the columns kind, account_id, person_id, former, wanted and reason. */
  public static Operation read(ResultSet row) throws SQLException {
    var reason = Reason.valueOf(row.getString("reason"));
    return switch (OperationKind.valueOf(row.getString("kind"))) {
      case CREATE_CLASS -> new Operation.CreateClass(text(row, "wanted"), member(row), reason);
      case RESTORE_CLASS ->
          new Operation.RestoreClass(ClassState.valueOf(text(row, "former")), reason);
      case RENAME_CLASS ->
          new Operation.RenameClass(text(row, "former"), text(row, "wanted"), reason);
      case CHANGE_OWNER ->
          new Operation.ChangeOwner(new AccountId(text(row, "former")), member(row), reason);
      case ADD_TEACHER -> new Operation.AddTeacher(member(row), reason);
      case REMOVE_TEACHER -> new Operation.RemoveTeacher(member(row), reason);
      case ADD_STUDENT -> new Operation.AddStudent(member(row), reason);
      case REMOVE_STUDENT -> new Operation.RemoveStudent(member(row), reason);
      case ARCHIVE_CLASS -> new Operation.ArchiveClass(reason);
      case DECLINE_CLASS -> new Operation.DeclineClass(reason);
    };
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getString(column), column);
  }

  private static Member member(ResultSet row) throws SQLException {
    long person = row.getLong("person_id");
    return new Member(
        new AccountId(text(row, "account_id")),
        person == 0 ? Optional.empty() : Optional.of(new RecordId(person)));
  }
}
