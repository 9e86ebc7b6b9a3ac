package org.rollbook.sources.cleverapi;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A client of Clever's Data and Events API, or of any hub that serves the same. Safe for several
 * threads. Lists are read page by page; calls are repeated where that can help and kept under the
 * rate limit; what remains is a {@link CleverException}.
 *
 * <p>A lookup of one record that is not there, or not shared, is empty. A list that is not there is
 * an error: it says nothing about who is in it.
 */
public final class CleverApi {
  private final Calls calls;
  private final TokenSource tokens;

  public CleverApi(CleverSettings settings, TokenSource tokens, Surroundings around) {
    this.calls = new Calls(settings, around);
    this.tokens = tokens;
  }

  /** The districts that the token is for; with a district's token exactly one. */
  public Listing<CleverRecord.District> districts() {
    return listing("/districts", RecordJson::district);
  }

  public Listing<CleverRecord.School> schools() {
    return listing("/schools", RecordJson::school);
  }

  public Listing<CleverRecord.Term> terms() {
    return listing("/terms", RecordJson::term);
  }

  public Listing<CleverRecord.Course> courses() {
    return listing("/courses", RecordJson::course);
  }

  public Listing<CleverRecord.Section> sections() {
    return listing("/sections", RecordJson::section);
  }

  /** Everybody, each once, whatever their roles. */
  public Listing<CleverRecord.User> users() {
    return listing("/users", RecordJson::user);
  }

  /** Everybody in one role; who has several comes in the list of each. */
  public Listing<CleverRecord.User> users(Roles.Kind role) {
    return listing("/users", Query.NONE.with("role", role.word()), RecordJson::user);
  }

  public Optional<CleverRecord.District> district(String id) throws IOException {
    return one("/districts/", id, RecordJson::district);
  }

  public Optional<CleverRecord.School> school(String id) throws IOException {
    return one("/schools/", id, RecordJson::school);
  }

  public Optional<CleverRecord.Term> term(String id) throws IOException {
    return one("/terms/", id, RecordJson::term);
  }

  public Optional<CleverRecord.Course> course(String id) throws IOException {
    return one("/courses/", id, RecordJson::course);
  }

  public Optional<CleverRecord.Section> section(String id) throws IOException {
    return one("/sections/", id, RecordJson::section);
  }

  public Optional<CleverRecord.User> user(String id) throws IOException {
    return one("/users/", id, RecordJson::user);
  }

  /** The sections that a user teaches or attends. */
  public Listing<CleverRecord.Section> sectionsOf(String user) {
    return listing("/users/" + Query.encoded(user) + "/sections", RecordJson::section);
  }

  /** The students of all of a teacher's sections. */
  public Listing<CleverRecord.User> studentsOf(String teacher) {
    return listing("/users/" + Query.encoded(teacher) + "/mystudents", RecordJson::user);
  }

  /** The teachers and students of a section whom this app may see. */
  public Listing<CleverRecord.User> usersOf(String section) {
    return listing("/sections/" + Query.encoded(section) + "/users", RecordJson::user);
  }

  /**
   * The sections that somebody teaches, at most a thousand: more is an error.
   *
   * @throws CleverException.NotFound when the teacher is not there or not shared
   */
  public List<CleverRecord.Section> sectionsTaughtBy(String teacher) throws IOException {
    return TaughtSections.taught(this, teacher);
  }

  /** A teacher's classes with everybody in them, in few calls. */
  public TaughtSections taughtBy(String teacher) throws IOException {
    return TaughtSections.read(this, teacher);
  }

  /**
   * Whose token this is.
   *
   * @param type {@code student, teacher, staff, district_admin, contact} or {@code district}
   */
  public record Me(String type, String id, Optional<String> district) {}

  /** Asks who has signed in; for the token that a code was exchanged for. */
  public Me me() throws IOException {
    JsonNode json = json("/me");
    JsonNode data = json.path("data");
    return new Me(
        Json.text(json, "type").or(() -> Json.text(data, "type")).orElse("user"),
        Json.text(data, "id")
            .orElseThrow(() -> new CleverException.Broken("/me was answered without an id.")),
        Json.text(data, "district"));
  }

  /**
   * The events after one, oldest first; the API keeps them 30 days.
   *
   * @param cursor the last event's id; empty text for all that are kept
   */
  public Listing<CleverEvent> eventsAfter(String cursor) {
    Query after = cursor.isEmpty() ? Query.NONE : Query.NONE.with("starting_after", cursor);
    return listing("/events", after, CleverEvent::of);
  }

  public Optional<CleverEvent> event(String id) throws IOException {
    return one("/events/", id, CleverEvent::of);
  }

  /** The id of the newest event; empty when none is kept. */
  public Optional<String> newestEvent() throws IOException {
    return NewestEvent.of(this);
  }

  /** What the API answers to {@code ending_before=last&limit=1}, whatever that is. */
  Optional<String> claimedNewestEvent() throws IOException {
    URI address =
        URI.create(
            Query.NONE
                .with("ending_before", "last")
                .with("limit", "1")
                .behind(calls.settings().address("/events")));
    return Page.read(calls.get(address, tokens), "GET /events").records().stream()
        .map(RecordJson::id)
        .reduce((earlier, later) -> later);
  }

  /** The records of a list as the API wrote them. */
  Listing<JsonNode> raw(String path, Query query) {
    return listing(path, query, Function.identity());
  }

  private <T> Listing<T> listing(String path, Function<JsonNode, T> reading) {
    return listing(path, Query.NONE, reading);
  }

  private <T> Listing<T> listing(String path, Query query, Function<JsonNode, T> reading) {
    return new Listing<>(() -> new PageWalk(calls, tokens, path, query), reading);
  }

  private <T> Optional<T> one(String path, String id, Function<JsonNode, T> reading)
      throws IOException {
    if (id.isBlank()) {
      // "/users/" would be a list.
      return Optional.empty();
    }
    try {
      JsonNode data = json(path + Query.encoded(id)).path("data");
      if (!Json.text(data, "id").equals(Optional.of(id))) {
        throw new CleverException.Broken(
            "GET %s… was answered with something else.".formatted(path));
      }
      return Optional.of(reading.apply(data));
    } catch (CleverException.NotFound notThereOrNotShared) {
      return Optional.empty();
    }
  }

  private JsonNode json(String path) throws IOException {
    byte[] body = calls.get(URI.create(calls.settings().address(path)), tokens);
    try {
      return Json.MAPPER.readTree(body);
    } catch (JacksonException page) {
      throw new CleverException.NotJson("GET %s was answered with no JSON.".formatted(path));
    }
  }

  /** Hides the token. */
  @Override
  public String toString() {
    return "CleverApi[" + calls.settings().base() + "]";
  }
}
