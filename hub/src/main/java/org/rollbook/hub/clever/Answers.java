package org.rollbook.hub.clever;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.rollbook.core.roster.RecordId;
import org.rollbook.registry.reading.AccessLog;
import org.rollbook.registry.reading.Ids;
import org.rollbook.registry.reading.Listing;
import org.rollbook.registry.reading.Position;
import org.rollbook.registry.reading.RecordType;
import org.rollbook.registry.reading.Relation;
import org.rollbook.registry.reading.SharedRecords;
import org.rollbook.registry.sharing.Reader;

/** Answers calls for records. Each is noted in the access log before anything of it is sent. */
final class Answers {
  private final SharedRecords records;
  private final AccessLog log;

  Answers(SharedRecords records, AccessLog log) {
    this.records = records;
    this.log = log;
  }

  /** All records of one type, and their number when it is asked for. */
  void all(ApiCall call, RecordType type) throws IOException {
    list(call, type, new Listing.All(type));
  }

  /** The records of {@code type} that have {@code relation} to the one in the address. */
  void related(ApiCall call, RecordType type, Relation relation) throws IOException {
    list(call, type, new Listing.Related(call.id(), relation));
  }

  /** A page of records of {@code type}. */
  void list(ApiCall call, RecordType type, Listing listing) throws IOException {
    Reader reader = call.reader();
    if (isCounted(listing) && call.parameters().count()) {
      countOf(call, reader, listing);
    }
    Position position = call.parameters().position();
    Ids page = noted(call, reader, records.list(reader, listing, position));
    var envelope = new Envelope(call.response().getOutputStream());
    envelope.begin();
    records.objects(
        reader, call.version(), page, (id, json) -> envelope.item(json, call.uri(type, id)));
    envelope.end(Links.of(call.path(), call.parameters().query(), position, page));
  }

  private static boolean isCounted(Listing listing) {
    return listing instanceof Listing.All || listing instanceof Listing.InRole;
  }

  private void countOf(ApiCall call, Reader reader, Listing listing) {
    long count = records.count(reader, listing).orElse(0L);
    call.response().setHeader("X-Count", Long.toString(count));
  }

  /** The record that the address names. */
  void one(ApiCall call, RecordType type) throws IOException {
    RecordId id = call.id();
    Reader reader = call.readerOf(type, id);
    one(call, type, reader, records.find(reader, type, id));
  }

  /** The one record of {@code type} that has {@code relation} to the one in the address. */
  void theOne(ApiCall call, RecordType type, Relation relation) throws IOException {
    Reader reader = call.reader();
    var listing = new Listing.Related(call.id(), relation);
    one(call, type, reader, records.list(reader, listing, Position.first(1)));
  }

  /** The district, asked for by way of a record of it. */
  void districtOf(ApiCall call, RecordType type) throws IOException {
    Reader reader = call.reader();
    var district =
        records
            .find(reader, type, call.id())
            .flatMap(seen -> records.find(reader, RecordType.DISTRICTS, reader.districtRecord()));
    one(call, RecordType.DISTRICTS, reader, district);
  }

  private void one(ApiCall call, RecordType type, Reader reader, Optional<Ids> found)
      throws IOException {
    Ids one = noted(call, reader, found.filter(ids -> !ids.isEmpty()));
    var links = Map.of("self", call.uri(type, one.first()));
    int sent =
        records.objects(
            reader,
            call.version(),
            one,
            (id, json) -> new Envelope(call.response().getOutputStream()).one(json, links));
    if (sent == 0) {
      throw ApiProblem.notFound(); // It left the share between the two looks.
    }
  }

  /** An empty list about the record in the address, for what Rollbook has none of. */
  void none(ApiCall call, RecordType type) throws IOException {
    Reader reader = call.reader();
    noted(call, reader, records.find(reader, type, call.id()));
    writeNothing(call);
  }

  /** An empty list. */
  void nothing(ApiCall call) throws IOException {
    log.note(call.reader(), call.endpoint(), 0);
    writeNothing(call);
  }

  private static void writeNothing(ApiCall call) throws IOException {
    call.parameters().position();
    var envelope = new Envelope(call.response().getOutputStream());
    envelope.begin();
    envelope.end(Map.of("self", call.path()));
  }

  private Ids noted(ApiCall call, Reader reader, Optional<Ids> found) {
    log.note(reader, call.endpoint(), found.map(Ids::size).orElse(0));
    return found.orElseThrow(ApiProblem::notFound);
  }
}
