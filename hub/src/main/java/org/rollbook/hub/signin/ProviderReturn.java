package org.rollbook.hub.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.rollbook.hub.signin.Providers.Known;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Somebody comes back from the district's provider: whom it vouches for is looked up by e-mail, and
 * must be exactly one published person of that district.
 */
final class ProviderReturn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderReturn.class);

  private final Providers providers;
  private final People people;
  private final Entrance entrance;
  private final Audit audit;
  private final SignInPages pages;

  ProviderReturn(SignIn signIn, Entrance entrance, SignInPages pages) {
    this.providers = signIn.providers();
    this.people = signIn.people();
    this.audit = signIn.audit();
    this.entrance = entrance;
    this.pages = pages;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    // What the provider says is who knocks, not who is in.
    SecurityContextHolder.clearContext();
    if (authentication instanceof OAuth2AuthenticationToken token
        && token.getPrincipal() instanceof OidcUser user) {
      var provider = providers.known(token.getAuthorizedClientRegistrationId());
      if (provider.isPresent()) {
        enter(provider.get(), user, request, response);
        return;
      }
    }
    refuse(response);
  }

  private void enter(
      Known provider, OidcUser user, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var email = user.getEmail();
    var address = request.getRemoteAddr();
    if (email == null
        || !(Boolean.TRUE.equals(user.getEmailVerified()) || vouches(provider, user))) {
      audit.stranger(Happening.PROVIDER_EMAIL_NOT_VERIFIED, provider.district(), address);
      unknown(response);
      return;
    }
    List<Person> found = people.withEmail(provider.district(), email);
    if (found.size() != 1) {
      audit.stranger(Happening.PROVIDER_EMAIL_UNKNOWN, provider.district(), address);
      unknown(response);
      return;
    }
    entrance.enter(found.getFirst(), Happening.SIGNED_IN_WITH_PROVIDER, request, response);
    response.sendRedirect(
        request.getAttribute(Departures.ONWARD) instanceof Onward onward
            ? onward.path()
            : SignInPaths.PORTAL);
  }

  /** A provider that says that an address is not verified is believed, whose ever it is. */
  private static boolean vouches(Known provider, OidcUser user) {
    return provider.ownDirectory() && user.getEmailVerified() == null;
  }

  private void unknown(HttpServletResponse response) throws IOException {
    Answers.page(
        response,
        403,
        pages.trouble(
            "Your account is not on the roster",
            "The account that you used has no verified e-mail address that belongs to exactly one"
                + " person of your district. Sign in with your school account, or ask your school"
                + " to check your address."));
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException trouble)
      throws IOException {
    // The error's code only: messages of a provider may hold what is not ours to keep.
    LOG.warn(
        "A sign-in with a district's provider failed: {}",
        trouble instanceof OAuth2AuthenticationException known
            ? known.getError().getErrorCode()
            : trouble.getClass().getSimpleName());
    audit.stranger(Happening.PROVIDER_REFUSED, request.getRemoteAddr());
    refuse(response);
  }

  private void refuse(HttpServletResponse response) throws IOException {
    Answers.page(
        response,
        403,
        pages.trouble(
            "This did not work",
            "You could not be signed in with your district's account. It may have taken too long, or"
                + " been begun in another window. Try again from the start."));
  }
}
