package org.rollbook.sync.baseline;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.Agreement;
import org.rollbook.core.reconcile.BaselineSeat;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.SeatAgreement;
import org.rollbook.core.roster.RecordId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A baseline as a plan keeps it until the plan runs. */
public final class BaselineJson {
  private static final JsonMapper JSON = new JsonMapper();

  private BaselineJson() {}

  /** The baseline as one JSON object. */
  public static String write(ClassBaseline baseline) {
    var object = JsonNodeFactory.instance.objectNode();
    object.putArray("name").add(baseline.name().source()).add(baseline.name().target());
    object
        .putArray("owner")
        .add(baseline.owner().source().value())
        .add(baseline.owner().target().value());
    object.put("state", baseline.state().name()).put("ended", baseline.ended().name());
    baseline.goneSince().ifPresent(since -> object.put("goneSince", since.toString()));
    var seats = object.putObject("seats");
    baseline
        .seats()
        .forEach((account, seat) ->
            seats
                .putArray(account.value())
                .add(BaselineRows.number(seat.agreement().source()))
                .add(BaselineRows.number(seat.agreement().target()))
                .add(seat.agreement().byHand())
                .add(seat.person().map(RecordId::number).orElse(0L)));
    return object.toString();
  }

  /** Reads what {@link #write} wrote for a section. */
  public static ClassBaseline read(RecordId section, String json) {
    var object = JSON.readTree(json);
    var seats = new TreeMap<AccountId, BaselineSeat>();
    for (var seat : object.required("seats").properties()) {
      seats.put(new AccountId(seat.getKey()), seat(seat.getValue()));
    }
    var name = object.required("name");
    var owner = object.required("owner");
    return new ClassBaseline(
        section,
        new Agreement<>(name.get(0).asString(), name.get(1).asString()),
        new Agreement<>(
            new AccountId(owner.get(0).asString()), new AccountId(owner.get(1).asString())),
        ClassState.valueOf(object.required("state").asString()),
        ClassBaseline.Ended.valueOf(object.required("ended").asString()),
        Optional.ofNullable(object.get("goneSince")).map(JsonNode::asString).map(Instant::parse),
        seats);
  }

  private static BaselineSeat seat(JsonNode values) {
    long person = values.get(3).asLong();
    return new BaselineSeat(
        person == 0 ? Optional.empty() : Optional.of(new RecordId(person)),
        new SeatAgreement(
            BaselineRows.seat(values.get(0).asInt()),
            BaselineRows.seat(values.get(1).asInt()),
            values.get(2).asBoolean()));
  }
}
