package org.rollbook.hub.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** Signing in as part of the server. It wants a {@link SignIn} and {@link SignInPages}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import({
  SignInSecurity.class,
  SignInController.class,
  InvitationController.class,
  PortalController.class,
  InstantLoginController.class
})
public class SignInConfiguration {
  @Bean
  Cookies signInCookies(SignIn signIn) {
    return new Cookies(signIn.publicUrl());
  }

  @Bean
  Audit signInAudit(SignIn signIn) {
    return signIn.audit();
  }

  @Bean
  Throttle signInThrottle(SignIn signIn) {
    return new Throttle(signIn.jdbc(), signIn.clock());
  }

  @Bean
  Sessions signInSessions(SignIn signIn) {
    return new Sessions(signIn.jdbc(), signIn.people(), signIn.tokens(), signIn.clock());
  }

  @Bean
  Entrance entrance(Sessions sessions, Cookies cookies, Audit audit) {
    return new Entrance(sessions, cookies, audit);
  }

  @Bean
  PasswordSignIn passwordSignIn(SignIn signIn, Throttle throttle, Audit audit) {
    return new PasswordSignIn(signIn.people(), signIn.passwords(), throttle, audit);
  }

  @Bean
  Invitations invitations(SignIn signIn) {
    return signIn.invitations();
  }

  @Bean(destroyMethod = "close")
  Housekeeping signInHousekeeping(SignIn signIn) {
    return new Housekeeping(signIn);
  }

  /** Clever's addresses. What else Spring could serve lies outside of {@link SignInPaths}. */
  @Bean
  AuthorizationServerSettings authorizationServerSettings(SignIn signIn) {
    return AuthorizationServerSettings.builder()
        .issuer(signIn.publicUrl().toString())
        .authorizationEndpoint(SignInPaths.AUTHORIZE)
        .tokenEndpoint(SignInPaths.TOKENS)
        .jwkSetEndpoint(SignInPaths.KEYS)
        .oidcUserInfoEndpoint(SignInPaths.USER_INFO)
        .build();
  }
}
