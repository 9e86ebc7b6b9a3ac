package org.rollbook.hub.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rollbook.registry.people.Person;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who is signed in, to Spring Security. It is never serialized. */
final class SignedIn extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient Person person;

  SignedIn(Person person) {
    super(List.of());
    this.person = person;
    setAuthenticated(true);
  }

  Person person() {
    return person;
  }

  @Override
  public Person getPrincipal() {
    return person;
  }

  /** The subject of tokens. */
  @Override
  public String getName() {
    return person.id().hex();
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedIn that && person.equals(that.person);
  }

  @Override
  public int hashCode() {
    return person.hashCode();
  }
}
