package org.rollbook.emulator.courses;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rollbook.emulator.calls.Call;
import org.rollbook.emulator.people.AccountId;
import org.rollbook.emulator.wire.Fields;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import org.rollbook.emulator.wire.Times;
import tools.jackson.databind.node.ObjectNode;

/**
 * Registrations for push notifications. They are kept and expire, but nothing is ever pushed: that
 * would need a Cloud Pub/Sub. A delegated service account is refused, as Google refuses it.
 */
public final class RegistrationCalls {
  private static final Duration LIFE = Duration.ofDays(7);
  private static final int MOST = 10_000;
  private static final Pattern TOPIC = Pattern.compile("projects/[^/]+/topics/[^/]+");

  private enum FeedType {
    DOMAIN_ROSTER_CHANGES,
    COURSE_ROSTER_CHANGES,
    COURSE_WORK_CHANGES
  }

  private record Registered(AccountId by, ObjectNode feed, String topic) {}

  private final Map<String, Registered> byId = new LinkedHashMap<>();
  private final Access access;
  private final InstantSource clock;
  private int made;

  /** No registrations yet. */
  public RegistrationCalls(Access access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  /** {@code registrations.create}: the same again renews. */
  public Reply create(Call call) {
    if (call.caller().delegated()) {
      throw Refused.notPermitted();
    }
    Fields.of(
        "registration",
        call.body(),
        Set.of("registrationId", "feed", "cloudPubsubTopic", "expiryTime"));
    ObjectNode feed = message(call.body(), "feed");
    checkFeed(call, feed);
    String topic = topic(message(call.body(), "cloudPubsubTopic"));
    String id = idOf(new Registered(call.account().id(), feed, topic));
    ObjectNode reply = Json.object().put("registrationId", id);
    reply.set("feed", feed);
    reply.putObject("cloudPubsubTopic").put("topicName", topic);
    reply.put("expiryTime", Times.text(clock.instant().plus(LIFE)));
    return Reply.ok(reply);
  }

  private static ObjectNode message(ObjectNode body, String name) {
    return body.optional(name)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .orElseThrow(() -> Refused.invalid("Field registration." + name + " is required."));
  }

  private void checkFeed(Call call, ObjectNode json) {
    Fields feed =
        Fields.of(
            "feed", json, Set.of("feedType", "courseRosterChangesInfo", "courseWorkChangesInfo"));
    FeedType type =
        feed.oneOf("feedType", FeedType.class, "FEED_TYPE_UNSPECIFIED")
            .orElseThrow(() -> Refused.invalid("Field feed.feed_type is required."));
    switch (type) {
      case DOMAIN_ROSTER_CHANGES -> {
        if (!call.account().admin()) {
          throw Refused.notPermitted();
        }
      }
      case COURSE_ROSTER_CHANGES -> checkCourse(call, message(json, "courseRosterChangesInfo"));
      case COURSE_WORK_CHANGES -> checkCourse(call, message(json, "courseWorkChangesInfo"));
    }
  }

  private void checkCourse(Call call, ObjectNode info) {
    String name =
        new Fields("info", info)
            .text("courseId")
            .orElseThrow(() -> Refused.invalid("Field course_id is required."));
    if (!access.runs(call.account(), access.exists(call, name))) {
      throw Refused.notPermitted();
    }
  }

  private static String topic(ObjectNode json) {
    return new Fields("cloudPubsubTopic", json)
        .text("topicName")
        .filter(name -> TOPIC.matcher(name).matches())
        .orElseThrow(() -> Refused.invalid("Request contains an invalid argument."));
  }

  private String idOf(Registered wanted) {
    for (var known : byId.entrySet()) {
      if (known.getValue().equals(wanted)) {
        return known.getKey();
      }
    }
    if (byId.size() >= MOST) {
      throw Refused.precondition();
    }
    String id = "reg" + made++;
    byId.put(id, wanted);
    return id;
  }

  /** {@code registrations.delete}. */
  public Reply delete(Call call) {
    String id = call.part("id");
    Registered known = byId.get(id);
    if (known == null || !known.by().equals(call.account().id())) {
      throw Refused.notFound();
    }
    byId.remove(id);
    return Reply.empty();
  }
}
