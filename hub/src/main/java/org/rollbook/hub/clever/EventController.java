package org.rollbook.hub.clever;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.reading.AccessLog;
import org.rollbook.registry.reading.EventFilter;
import org.rollbook.registry.reading.Ids;
import org.rollbook.registry.reading.Position;
import org.rollbook.registry.reading.RecordType;
import org.rollbook.registry.reading.SharedEvents;
import org.rollbook.registry.sharing.Reader;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changed for an app (H5), as Clever's Events API tells it. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/events")
final class EventController {
  private static final RecordId NOWHERE = new RecordId(Long.MAX_VALUE);

  private final SharedEvents events;
  private final AccessLog log;

  EventController(SharedEvents events, AccessLog log) {
    this.events = events;
    this.log = log;
  }

  @GetMapping
  void all(ApiCall call) throws IOException {
    Reader reader = call.reader();
    EventFilter filter = filter(call.parameters());
    Position position = call.parameters().position();
    Ids page = events.list(reader, filter, position);
    log.note(reader, call.endpoint(), page.size());
    var envelope = new Envelope(call.response().getOutputStream());
    envelope.begin();
    events.events(
        reader,
        call.version(),
        page,
        event -> envelope.item(EventJson.of(event), uri(call, event.id())));
    envelope.end(Links.of(call.path(), call.parameters().query(), position, page));
  }

  private static EventFilter filter(Parameters parameters) {
    var types = EnumSet.noneOf(RecordType.class);
    boolean resources = false;
    for (String word : parameters.all("record_type")) {
      resources |= word.equals("resources");
      if (!word.equals("resources")) {
        types.add(
            RecordType.of(word)
                .orElseThrow(
                    () -> ApiProblem.badRequest("record_type is none that events are about")));
      }
    }
    // Nothing ever happens to resources: asked for alone they are the events of no school.
    Optional<RecordId> school =
        resources && types.isEmpty() ? Optional.of(NOWHERE) : parameters.id("school");
    return new EventFilter(types, school);
  }

  @GetMapping("/{id}")
  void one(ApiCall call) throws IOException {
    Reader reader = call.reader();
    Optional<Ids> found = events.find(reader, call.id());
    log.note(reader, call.endpoint(), found.map(Ids::size).orElse(0));
    int sent =
        events.events(
            reader,
            call.version(),
            found.orElseThrow(ApiProblem::notFound),
            event ->
                new Envelope(call.response().getOutputStream())
                    .one(EventJson.of(event), Map.of("self", uri(call, event.id()))));
    if (sent == 0) {
      throw ApiProblem.notFound(); // It was forgotten between the two looks.
    }
  }

  private static String uri(ApiCall call, RecordId event) {
    return call.root() + "/events/" + event.hex();
  }
}
