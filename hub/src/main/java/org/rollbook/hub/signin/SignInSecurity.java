package org.rollbook.hub.signin;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.util.UriComponentsBuilder;

/** The chain of filters that all of signing in passes. */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {
  @Bean
  JWKSource<SecurityContext> signingKeys(SignIn signIn) {
    return new ImmutableJWKSet<>(
        new SigningKey(signIn.jdbc(), signIn.secrets(), signIn.clock()).asSet());
  }

  @Bean
  PasswordEncoder appSecrets(SignIn signIn) {
    return new KnownApps.Secrets(signIn.apps());
  }

  @Bean
  SecurityFilterChain signInChain(
      HttpSecurity http,
      SignIn signIn,
      JWKSource<SecurityContext> keys,
      Sessions sessions,
      Cookies cookies,
      Entrance entrance,
      SignInPages pages)
      throws Exception {
    var providers = new ProviderSignIn(signIn, cookies, entrance, pages);
    return http.with(new OAuth2AuthorizationServerConfigurer(), new AppSignIn(signIn, keys, pages))
        .oauth2ResourceServer(new UserInfoAccess(signIn.authorizations()))
        // Sessions are ours: Spring's would renew the form's token with every request.
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf.csrfTokenRepository(formTokens(cookies)))
        // The server's own filter sends the others; here: nothing is kept by browsers.
        .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
        .addFilterBefore(new JsonTokenRequests(), SecurityContextHolderFilter.class)
        .addFilterBefore(new NoNul(pages), SecurityContextHolderFilter.class)
        .addFilterAfter(new SessionFilter(sessions, cookies), SecurityContextHolderFilter.class)
        .addFilter(providers.departing())
        .addFilter(providers.returning())
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(SignInPaths.PORTAL, SignInPaths.AUTHORIZE)
                .access((who, request) -> new AuthorizationDecision(who.get() instanceof SignedIn))
                .requestMatchers(HttpMethod.POST, SignInPaths.TOKENS)
                .authenticated()
                .anyRequest()
                .permitAll())
        .exceptionHandling(trouble ->
            trouble
                .authenticationEntryPoint(SignInSecurity::toSignIn)
                .accessDeniedHandler((request, response, denied) ->
                    Answers.page(response, 403, pages.trouble(FORM_TITLE, FORM_SAYS))))
        .build();
  }

  private static final String FORM_TITLE = "The form is too old";
  private static final String FORM_SAYS =
      "It was opened before, in another window perhaps, or cookies are switched off. Go back, load"
          + " the page again and repeat what you did.";

  private static CookieCsrfTokenRepository formTokens(Cookies cookies) {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(cookies.name(Cookies.Kind.FORM));
    tokens.setCookieCustomizer(
        cookie -> cookie.path("/").httpOnly(true).sameSite("Lax").secure(cookies.secure()));
    return tokens;
  }

  /** People go to the sign-in page and come back; an app is told that we do not know it. */
  private static void toSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException trouble)
      throws IOException {
    if (request.getRequestURI().equals(SignInPaths.TOKENS)) {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Rollbook\"");
      Answers.error(response, 401, "invalid_client");
      return;
    }
    var wish = request.getRequestURI() + "?" + request.getQueryString();
    response.sendRedirect(
        UriComponentsBuilder.fromPath(SignInPaths.SIGN_IN)
            .queryParam("to", "{to}")
            .encode()
            .buildAndExpand(Onward.of(wish).path())
            .toUriString());
  }
}
