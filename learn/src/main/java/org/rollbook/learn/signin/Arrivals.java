package org.rollbook.learn.signin;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.rollbook.learn.clever.Clever;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.learn.people.People;
import org.rollbook.learn.people.Person;
import org.rollbook.learn.people.Profile;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverApi.Me;
import org.rollbook.sources.cleverapi.CleverException;
import org.rollbook.sources.cleverapi.CleverRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out from Clever who came, and gives them their account. The token with which Clever tells
 * it is forgotten at once.
 */
final class Arrivals {
  private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

  private final Clever clever;
  private final People people;
  private final URI callback;

  Arrivals(Clever clever, People people, URI callback) {
    this.clever = clever;
    this.people = people;
    this.callback = callback;
  }

  Arrival arrive(String code) {
    try {
      CleverApi api = clever.person(clever.signIn().exchange(code, callback).token());
      return welcome(api, api.me());
    } catch (CleverException.BadRequest used) {
      return new Arrival.Refused(Outcome.CODE_REFUSED);
    } catch (CleverException.Unavailable | CleverException.Limited busy) {
      LOG.warn("Somebody could not sign in: {}", busy.getMessage());
      return new Arrival.Refused(Outcome.CLEVER_UNREACHABLE);
    } catch (IOException other) {
      // A wrong secret, a wrong address, or an answer that is none: for whoever runs this app.
      LOG.warn("Somebody could not sign in: {}", other.getMessage());
      return new Arrival.Refused(Outcome.CLEVER_ANSWER);
    }
  }

  private Arrival welcome(CleverApi api, Me me) throws IOException {
    Optional<DistrictId> district = me.district().filter(id -> !id.isBlank()).map(DistrictId::new);
    if (district.isEmpty() || me.type().equals("district") || me.id().isBlank()) {
      LOG.warn("Somebody could not sign in: Clever's /me names no person of a district");
      return new Arrival.Refused(Outcome.CLEVER_ANSWER);
    }
    Optional<CleverRecord.User> self = self(api, me.id());
    var profiles = new Profiles(me, self);
    if (profiles.isContact()) {
      return new Arrival.Refused(Outcome.CONTACT);
    }
    return new Arrival.Welcome(account(api, district.get(), profiles));
  }

  private Person account(CleverApi api, DistrictId district, Profiles profiles) {
    if (people.districtName(district).isEmpty()) {
      people.ensure(district, name(api, district));
    }
    Optional<Person> known = people.known(district, profiles.cleverId());
    Profile profile = profiles.profile(known);
    return people.provision(district, profile);
  }

  /** More about them than that they are there; nobody is kept out for the lack of it. */
  private static Optional<CleverRecord.User> self(CleverApi api, String id) throws IOException {
    try {
      return api.user(id);
    } catch (CleverException lacking) {
      LOG.warn("Clever says nothing of somebody who signs in: {}", lacking.getMessage());
      return Optional.empty();
    }
  }

  private static String name(CleverApi api, DistrictId district) {
    try {
      return api.district(district.value()).map(CleverRecord.District::name).orElse("");
    } catch (IOException lacking) {
      LOG.warn("Clever does not say how a district is called: {}", lacking.getMessage());
      return "";
    }
  }
}
