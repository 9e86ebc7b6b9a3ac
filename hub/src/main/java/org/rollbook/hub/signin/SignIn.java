package org.rollbook.hub.signin;

import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.rollbook.hub.clever.SignedInPerson;
import org.rollbook.hub.clever.UserTokens;
import org.rollbook.registry.people.People;
import org.rollbook.registry.sharing.AppId;
import org.rollbook.registry.sharing.Apps;
import org.rollbook.sync.connections.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;

/** Signing in, over one database: what the server, the command line and the Data API need of it. */
public final class SignIn implements UserTokens {
  private final JdbcClient jdbc;
  private final Apps apps;
  private final People people;
  private final SecretBox secrets;
  private final URI publicUrl;
  private final InstantSource clock;
  private final Tokens tokens;
  private final Passwords passwords;
  private final Invitations invitations;
  private final Providers providers;
  private final Authorizations authorizations;

  /**
   * @param publicUrl how browsers and apps reach the server, without a path: the issuer of ID
   *     tokens
   */
  public SignIn(
      DataSource dataSource,
      Apps apps,
      SecretBox secrets,
      URI publicUrl,
      SecureRandom random,
      InstantSource clock) {
    this.jdbc = JdbcClient.create(dataSource);
    this.apps = apps;
    this.people = new People(dataSource);
    this.secrets = secrets;
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.tokens = new Tokens(random);
    this.passwords = new Passwords(jdbc, tokens);
    this.invitations = new Invitations(jdbc, people, passwords, random, clock, publicUrl);
    this.providers = new Providers(jdbc, secrets, publicUrl);
    this.authorizations =
        new Authorizations(
            jdbc, apps, new StoredAuthorizations(jdbc, people, publicUrl.toString()), clock);
  }

  /** One-time codes for people to set their password with. */
  public Invitations invitations() {
    return invitations;
  }

  /** The same for a whole school, or all teachers. */
  public ManyInvitations manyInvitations() {
    return new ManyInvitations(jdbc, invitations, clock);
  }

  /** The districts' own OpenID providers. */
  public Providers providers() {
    return providers;
  }

  /** How browsers and apps reach the server. */
  public URI publicUrl() {
    return publicUrl;
  }

  @Override
  public Optional<SignedInPerson> person(String token) {
    if (!token.startsWith(UserTokenGenerator.PREFIX)) {
      return Optional.empty();
    }
    return authorizations.good(token).map(this::signedIn);
  }

  private SignedInPerson signedIn(OAuth2Authorization authorization) {
    SignedIn who = authorization.getAttribute(java.security.Principal.class.getName());
    if (who == null) {
      throw new IllegalStateException("an authorization without a person");
    }
    AppId app = apps.withClientId(authorization.getRegisteredClientId()).orElseThrow().id();
    var person = who.person();
    return new SignedInPerson(app, person.district().key(), person.id(), person.role().word());
  }

  /** Deletes what is over: sessions, codes, tokens, counts of failures, and old audit rows. */
  public void forgetOld() {
    new Forgetting(jdbc, clock).run();
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  Apps apps() {
    return apps;
  }

  People people() {
    return people;
  }

  SecretBox secrets() {
    return secrets;
  }

  InstantSource clock() {
    return clock;
  }

  Tokens tokens() {
    return tokens;
  }

  Passwords passwords() {
    return passwords;
  }

  Authorizations authorizations() {
    return authorizations;
  }

  Audit audit() {
    return new Audit(jdbc, clock);
  }
}
