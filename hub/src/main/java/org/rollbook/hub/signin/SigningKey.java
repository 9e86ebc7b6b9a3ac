package org.rollbook.hub.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rollbook.sync.connections.SecretBox;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The key that ID tokens are signed with: made once, and the same for all nodes. */
final class SigningKey {
  private static final int BITS = 2048;
  private static final String CONTEXT = "the key that ID tokens are signed with";

  private final JdbcClient jdbc;
  private final SecretBox secrets;
  private final InstantSource clock;

  SigningKey(JdbcClient jdbc, SecretBox secrets, InstantSource clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.clock = clock;
  }

  JWKSet asSet() {
    return new JWKSet(stored().orElseGet(this::made));
  }

  private Optional<RSAKey> stored() {
    return jdbc.sql("select sealed from signin_key")
        .query((row, number) -> read(secrets.open(row.getBytes(1), CONTEXT)))
        .optional();
  }

  private static RSAKey read(String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException e) {
      // Without the cause: its message may quote the key.
      throw new IllegalStateException("The stored signing key is damaged.");
    }
  }

  /** Two nodes may start at once: the one that writes first has made it for both. */
  private RSAKey made() {
    try {
      var fresh =
          new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
      jdbc.sql(
              "insert into signin_key (number, sealed, made_at) values (1, :sealed, :now)"
                  + " on conflict (number) do nothing")
          .param("sealed", secrets.seal(fresh.toJSONString(), CONTEXT))
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    } catch (JOSEException e) {
      throw new IllegalStateException("this Java cannot make RSA keys", e);
    }
    return stored().orElseThrow();
  }
}
