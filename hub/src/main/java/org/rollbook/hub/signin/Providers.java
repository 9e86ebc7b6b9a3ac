package org.rollbook.hub.signin;

import java.net.URI;
import java.util.Optional;
import org.rollbook.hub.signin.SignInPages.ProviderButton;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.people.PublishedDistrict;
import org.rollbook.sync.connections.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The districts' own OpenID providers. Thread-safe. */
public final class Providers {
  private final JdbcClient jdbc;
  private final SecretBox secrets;
  private final URI publicUrl;

  Providers(JdbcClient jdbc, SecretBox secrets, URI publicUrl) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.publicUrl = publicUrl;
  }

  /** What a provider must know as our address to come back to. */
  public URI returnAddress() {
    return publicUrl.resolve(SignInPaths.PROVIDER_RETURN);
  }

  /**
   * People of {@code district} sign in with {@code provider} from now on, too.
   *
   * @throws IllegalArgumentException when there is no such district
   */
  public void set(DistrictKey district, NewProvider provider) {
    int set =
        jdbc.sql(
                """
                insert into signin_provider
                  (district_id, name, issuer, client_id, sealed_secret, own_directory)
                select id, :name, :issuer, :client, :secret, :own from district where key = :district
                on conflict (district_id) do update set name = excluded.name,
                  issuer = excluded.issuer, client_id = excluded.client_id,
                  sealed_secret = excluded.sealed_secret,
                  own_directory = excluded.own_directory, generation = excluded.generation
                """)
            .param("district", district.value())
            .param("name", provider.name())
            .param("issuer", provider.issuer().toString())
            .param("client", provider.clientId())
            .param("secret", secrets.seal(provider.clientSecret(), context(district.value())))
            .param("own", provider.ownDirectory())
            .update();
    if (set == 0) {
      throw new IllegalArgumentException("There is no district '%s'.".formatted(district));
    }
  }

  /** People of {@code district} sign in with its provider no more. */
  public void remove(DistrictKey district) {
    jdbc.sql(
            "delete from signin_provider p using district d"
                + " where d.id = p.district_id and d.key = :district")
        .param("district", district.value())
        .update();
  }

  private static String context(String district) {
    return "the OpenID provider of " + district;
  }

  /**
   * A provider as it stands.
   *
   * @param registration by which Spring knows it: another one after every change
   */
  record Known(
      int district,
      String registration,
      String name,
      String issuer,
      String clientId,
      String clientSecret,
      boolean ownDirectory) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "Known[" + registration + "]";
    }
  }

  Optional<ProviderButton> button(PublishedDistrict district) {
    return jdbc.sql("select name, generation from signin_provider where district_id = :district")
        .param("district", district.number())
        .query((row, number) ->
            new ProviderButton(
                row.getString("name"), registration(district.number(), row.getInt("generation"))))
        .optional();
  }

  /** The one that Spring knows by {@code registration}; absent when it was changed meanwhile. */
  Optional<Known> known(String registration) {
    if (!registration.matches("[0-9]{1,9}-[0-9]{1,9}")) {
      return Optional.empty();
    }
    return jdbc.sql(
            "select p.*, d.key from signin_provider p join district d on d.id = p.district_id"
                + " where p.district_id = :district")
        .param("district", Integer.parseInt(registration.substring(0, registration.indexOf('-'))))
        .query((row, number) ->
            new Known(
                row.getInt("district_id"),
                registration(row.getInt("district_id"), row.getInt("generation")),
                row.getString("name"),
                row.getString("issuer"),
                row.getString("client_id"),
                secrets.open(row.getBytes("sealed_secret"), context(row.getString("key"))),
                row.getBoolean("own_directory")))
        .optional()
        .filter(found -> found.registration().equals(registration));
  }

  private static String registration(int district, int generation) {
    return district + "-" + generation;
  }
}
