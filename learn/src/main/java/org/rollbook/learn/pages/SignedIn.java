package org.rollbook.learn.pages;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rollbook.learn.people.Person;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in, as Spring Security knows it during a request. Never stored. */
public final class SignedIn extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final transient Person person;

  public SignedIn(Person person) {
    super(List.of(new SimpleGrantedAuthority("PERSON")));
    this.person = person;
    setAuthenticated(true);
  }

  /** Who makes the request of this thread. */
  public static Optional<Person> now() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn known
        ? Optional.of(known.person)
        : Optional.empty();
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  @Override
  public Object getPrincipal() {
    return person;
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
