package org.rollbook.hub.signin;

import java.time.Duration;
import java.util.List;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.web.client.RestClient;

/** Spring's OpenID client, which sends people to their district's provider and meets them again. */
final class ProviderSignIn {
  /** A provider that does not answer keeps nobody waiting for longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ProviderClients clients;
  private final Departures departures;
  private final ProviderReturn meeting;

  ProviderSignIn(SignIn signIn, Cookies cookies, Entrance entrance, SignInPages pages) {
    this.clients = new ProviderClients(signIn.providers());
    this.departures = new Departures(signIn, cookies, clients);
    this.meeting = new ProviderReturn(signIn, entrance, pages);
  }

  OAuth2AuthorizationRequestRedirectFilter departing() {
    var requests = new DefaultOAuth2AuthorizationRequestResolver(clients, SignInPaths.PROVIDER);
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    var filter = new OAuth2AuthorizationRequestRedirectFilter(requests);
    filter.setAuthorizationRequestRepository(departures);
    filter.setAuthenticationFailureHandler(meeting);
    return filter;
  }

  OAuth2LoginAuthenticationFilter returning() {
    var filter =
        new OAuth2LoginAuthenticationFilter(
            clients, new NoAuthorizedClients(), SignInPaths.PROVIDER_RETURN);
    filter.setAuthorizationRequestRepository(departures);
    filter.setAuthenticationManager(
        new ProviderManager(
            new OidcAuthorizationCodeAuthenticationProvider(
                tokenRequests(),
                // The ID token says all that we want to know.
                asked -> new DefaultOidcUser(List.of(), asked.getIdToken()))));
    filter.setAuthenticationSuccessHandler(meeting);
    filter.setAuthenticationFailureHandler(meeting);
    return filter;
  }

  /** As Spring makes it, but that it does not wait for ever. */
  private static RestClientAuthorizationCodeTokenResponseClient tokenRequests() {
    var http = new JdkClientHttpRequestFactory();
    http.setReadTimeout(PATIENCE);
    var requests = new RestClientAuthorizationCodeTokenResponseClient();
    requests.setRestClient(
        RestClient.builder()
            .requestFactory(http)
            .configureMessageConverters(converters ->
                converters
                    .addCustomConverter(new FormHttpMessageConverter())
                    .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return requests;
  }
}
