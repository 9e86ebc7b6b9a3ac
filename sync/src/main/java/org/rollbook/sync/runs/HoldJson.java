package org.rollbook.sync.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollbook.core.guard.PlanHold;
import org.rollbook.core.roster.RecordId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Holds as the run table keeps them. */
final class HoldJson {
  private static final JsonMapper JSON = new JsonMapper();

  private HoldJson() {}

  static String write(List<PlanHold> holds) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (var hold : holds) {
      var object = array.addObject().put("rule", hold.rule().name());
      hold.school().ifPresent(school -> object.put("school", school.number()));
      hold.section().ifPresent(section -> object.put("section", section.number()));
      object.put("count", hold.count()).put("of", hold.of());
    }
    return array.toString();
  }

  static List<PlanHold> read(String json) {
    var holds = new ArrayList<PlanHold>();
    for (var object : JSON.readTree(json)) {
      holds.add(
          new PlanHold(
              PlanHold.Rule.valueOf(object.required("rule").asString()),
              id(object, "school"),
              id(object, "section"),
              object.required("count").asLong(),
              object.required("of").asLong()));
    }
    return List.copyOf(holds);
  }

  private static Optional<RecordId> id(JsonNode object, String name) {
    return Optional.ofNullable(object.get(name)).map(JsonNode::asLong).map(RecordId::new);
  }
}
