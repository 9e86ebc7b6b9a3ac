package org.rollbook.app.learning;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.rollbook.app.learning.Town.Somebody;

/** The devices of one test, which end with it. */
final class Devices implements AutoCloseable {
  private final Chromium chromium;
  private final LearningHouse house;
  private final List<Journey> journeys = new ArrayList<>();

  Devices(Chromium chromium, LearningHouse house) {
    this.chromium = chromium;
    this.house = house;
  }

  Journey desk() {
    return device(house.learn(), Journey.DESK);
  }

  /** Where another learning app is. */
  Journey deskAt(URI learn) {
    return device(learn, Journey.DESK);
  }

  Journey phone() {
    return device(house.learn(), Journey.PHONE);
  }

  /** Somebody at a desk, signed in. */
  Journey of(Somebody somebody) {
    return desk().signIn(somebody).isAt("/classes");
  }

  private Journey device(URI learn, int width) {
    var journey = new Journey(chromium, house, learn, width);
    journeys.add(journey);
    return journey;
  }

  @Override
  public void close() {
    journeys.forEach(Journey::close);
  }
}
