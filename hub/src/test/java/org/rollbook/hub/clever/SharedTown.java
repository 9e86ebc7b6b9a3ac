package org.rollbook.hub.clever;

import java.util.List;
import java.util.TreeSet;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.sharing.Registered;
import tools.jackson.databind.JsonNode;

/** A district that shares all it has with one app, and what the app is told of each delivery. */
final class SharedTown {
  private final CleverHouse house;
  private final DistrictKey district;
  private final Registered registered;
  private final ApiClient app;
  private String last = "";

  SharedTown(CleverHouse house) {
    this.house = house;
    this.district = house.newDistrict(new Town());
    this.registered = house.newApp();
    this.app =
        house.share(
            registered,
            district,
            new Share(new Selection.WholeDistrict(), true, List.of(), new TreeSet<>()));
    news();
  }

  ApiClient app() {
    return app;
  }

  Registered registered() {
    return registered;
  }

  DistrictKey district() {
    return district;
  }

  /** Takes the files, and gives the events that the app reads then. */
  List<JsonNode> deliver(Town town) {
    house.deliver(district, town);
    return news();
  }

  /** The events since somebody asked last. */
  List<JsonNode> news() {
    var news = app.walk("/v3.1/events" + (last.isEmpty() ? "" : "?starting_after=" + last));
    if (!news.isEmpty()) {
      last = news.getLast().path("id").stringValue();
    }
    return news;
  }

  static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").stringValue()).toList();
  }

  static JsonNode object(JsonNode event) {
    return event.at("/data/object");
  }

  /** What changed, as it was before. */
  static JsonNode former(JsonNode event) {
    return event.at("/data/previous_attributes");
  }

  static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::stringValue).toList();
  }

  JsonNode user(String id) {
    return app.get("/v3.1/users/" + id).json().path("data");
  }

  JsonNode section(String sisId) {
    return app.get("/v3.1/sections/" + app.section(sisId)).json().path("data");
  }

  int status(String type, String id) {
    return app.get("/v3.1/" + type + "/" + id).status();
  }

  List<String> ids(String path) {
    return app.get("/v3.1" + path).ids();
  }
}
