package org.rollbook.sources.generator;

import java.util.List;

/** Names of schools, towns and streets. */
final class Places {
  private final List<String> first = Words.under("places.txt", "first");
  private final List<String> second = Words.under("places.txt", "second");
  private final List<String> towns = Words.under("places.txt", "town");
  private final List<String> streets = Words.under("places.txt", "street");
  private final int[] order;

  Places(Dice dice) {
    order = new int[first.size() * second.size()];
    for (int pair = 0; pair < order.length; pair++) {
      order[pair] = pair;
    }
    dice.shuffle(order);
  }

  /** A name for the school of this number, another for each. */
  String schoolName(int number) {
    int pair = order[number % order.length];
    return first.get(pair / second.size()) + " " + second.get(pair % second.size());
  }

  String town(int school) {
    return towns.get(school % towns.size());
  }

  String street(Dice dice) {
    return dice.between(100, 9899) + " " + dice.pick(streets);
  }
}
