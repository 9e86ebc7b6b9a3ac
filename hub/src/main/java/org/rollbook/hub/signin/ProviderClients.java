package org.rollbook.hub.signin;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.rollbook.hub.signin.Providers.Known;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;

/** The districts' providers, as Spring's OpenID client wants them. */
final class ProviderClients implements ClientRegistrationRepository {
  /** Rises with the districts; far beyond what one installation has. */
  private static final int MOST_REMEMBERED = 2_000;

  private final Providers providers;

  /** What discovery said; after a change the provider has another name here. */
  private final ConcurrentMap<String, ClientRegistration> discovered = new ConcurrentHashMap<>();

  ProviderClients(Providers providers) {
    this.providers = providers;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
    Optional<Known> known = providers.known(registrationId);
    if (known.isEmpty()) {
      return null;
    }
    var remembered = discovered.get(registrationId);
    if (remembered != null) {
      return remembered;
    }
    var found = discover(known.get());
    if (discovered.size() >= MOST_REMEMBERED) {
      discovered.clear();
    }
    discovered.put(registrationId, found);
    return found;
  }

  private ClientRegistration discover(Known provider) {
    return ClientRegistrations.fromIssuerLocation(provider.issuer())
        .registrationId(provider.registration())
        .clientId(provider.clientId())
        .clientSecret(provider.clientSecret())
        .clientName(provider.name())
        .redirectUri(providers.returnAddress().toString())
        .scope("openid", "email")
        .build();
  }
}
