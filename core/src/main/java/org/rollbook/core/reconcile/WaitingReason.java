package org.rollbook.core.reconcile;

/** Why a person, or the class that hangs on that person, waits. */
public enum WaitingReason {
  NO_EMAIL("the source gives no e-mail address"),
  NO_ACCOUNT("no account has this e-mail address"),
  SUSPENDED("the account is suspended"),
  SHARED_EMAIL("two people have this e-mail address, or addresses of the same account"),
  SEVERAL_ACCOUNTS("the directory shows several accounts with this e-mail address"),
  NO_PRIMARY_TEACHER("the section names no primary teacher");

  private final String says;

  WaitingReason(String says) {
    this.says = says;
  }

  /** The reason as part of a sentence. */
  public String says() {
    return says;
  }
}
