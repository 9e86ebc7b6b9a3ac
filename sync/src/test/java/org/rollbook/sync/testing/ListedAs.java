package org.rollbook.sync.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.rollbook.sync.execution.Targets;
import org.rollbook.sync.target.Account;
import org.rollbook.sync.target.Target;
import org.rollbook.sync.target.TargetUnavailable;

/** Targets whose directory, when it is listed whole, shows what a test makes of it. */
public final class ListedAs extends TargetsAround {
  private final Listing listing;

  /** What becomes of a listing. */
  @FunctionalInterface
  public interface Listing {
    List<Account> shown(List<Account> accounts);
  }

  public ListedAs(Targets targets, Listing listing) {
    super(targets);
    this.listing = listing;
  }

  @Override
  void accounts(Target target, Consumer<Account> each)
      throws TargetUnavailable, InterruptedException {
    var accounts = new ArrayList<Account>();
    target.accounts(accounts::add);
    listing.shown(accounts).forEach(each);
  }
}
