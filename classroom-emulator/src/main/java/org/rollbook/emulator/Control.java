package org.rollbook.emulator;

import java.nio.charset.StandardCharsets;
import org.rollbook.emulator.calls.Verb;
import org.rollbook.emulator.courses.Course;
import org.rollbook.emulator.wire.Json;
import org.rollbook.emulator.wire.Refused;
import org.rollbook.emulator.wire.Reply;
import tools.jackson.databind.node.ObjectNode;

/**
 * The emulator's own controls, which are no part of Google's APIs and need no token:
 *
 * <ul>
 *   <li>{@code GET}, {@code PUT /emulator/faults}: what goes wrong, see {@link Faults}
 *   <li>{@code GET}, {@code DELETE /emulator/calls}: {@code {"read","write","byMethod":{…}}}
 *   <li>{@code GET /emulator/quota}: {@code {"perMinutePerUser","perMinute"}}, {@code {}} when none
 *       is enforced, so that a client can keep to what is there
 *   <li>{@code POST /emulator/courses/{id}:suspend}: a class that Google suspends
 *   <li>{@code GET /emulator/key}: the service account's key file
 * </ul>
 */
final class Control {
  private static final String COURSES = "/emulator/courses/";
  private static final String SUSPEND = ":suspend";
  private final Api api;
  private final Workspace workspace;
  private final String keyJson;

  Control(Api api, Workspace workspace, String keyJson) {
    this.api = api;
    this.workspace = workspace;
    this.keyJson = keyJson;
  }

  Reply answer(Verb verb, String path, byte[] body) {
    return switch (verb + " " + path) {
      case "GET /emulator/faults" -> Reply.ok(FaultMessage.write(api.dice().faults()));
      case "PUT /emulator/faults" -> {
        Faults faults = FaultMessage.read(Json.parse(body));
        api.setFaults(faults);
        yield Reply.ok(FaultMessage.write(faults));
      }
      case "GET /emulator/calls" -> Reply.ok(counts());
      case "DELETE /emulator/calls" -> {
        api.counter().reset();
        yield Reply.ok(counts());
      }
      case "GET /emulator/quota" -> Reply.ok(quota());
      case "GET /emulator/key" -> Reply.ok(Json.parse(keyJson.getBytes(StandardCharsets.UTF_8)));
      default -> other(verb, path);
    };
  }

  private Reply other(Verb verb, String path) {
    if (verb != Verb.POST || !path.startsWith(COURSES) || !path.endsWith(SUSPEND)) {
      throw Refused.notFound();
    }
    String id = path.substring(COURSES.length(), path.length() - SUSPEND.length());
    workspace.writing(() -> {
      Course course = workspace.courses().find(id, "").orElseThrow(Refused::notFound);
      course.suspend();
      return course;
    });
    return Reply.empty();
  }

  private ObjectNode quota() {
    ObjectNode json = Json.object();
    api.quotaPerUser().ifPresent(calls -> json.put("perMinutePerUser", calls));
    api.quotaPerClient().ifPresent(calls -> json.put("perMinute", calls));
    return json;
  }

  private ObjectNode counts() {
    CallCounts counts = api.counter().counts();
    ObjectNode json = Json.object().put("read", counts.read()).put("write", counts.write());
    ObjectNode byMethod = json.putObject("byMethod");
    counts.byMethod().forEach(byMethod::put);
    return json;
  }
}
