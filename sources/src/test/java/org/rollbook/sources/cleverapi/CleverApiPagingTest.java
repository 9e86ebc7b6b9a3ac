package org.rollbook.sources.cleverapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scenario 39: beyond the first page, however the pages come. */
class CleverApiPagingTest {
  private final StandIn clever = new StandIn();
  private final Visitor visitor = new Visitor();
  private final CleverApi api = visitor.api(clever);

  @BeforeEach
  void thirtyFiveSchools() {
    schools(35);
  }

  @AfterEach
  void stop() {
    clever.close();
    visitor.close();
  }

  private void schools(int count) {
    clever.list("schools").clear();
    IntStream.range(0, count)
        .forEach(
            number -> clever.put("schools", StandIn.object(id(number)).put("name", "S" + number)));
  }

  private static String id(int number) {
    return "%024x".formatted(number + 1);
  }

  private List<String> read() throws IOException {
    return api.schools().toList(1_000).stream().map(CleverRecord.School::id).toList();
  }

  private static List<String> all(int count) {
    return IntStream.range(0, count).mapToObj(CleverApiPagingTest::id).toList();
  }

  @Test
  void S39_every_page_is_read_and_each_record_comes_once() throws IOException {
    assertThat(read()).isEqualTo(all(35));
    assertThat(clever.calls).hasSize(4);
  }

  @Test
  void S39_a_next_link_that_leads_to_an_empty_page_ends_the_list() throws IOException {
    schools(30);

    assertThat(read()).isEqualTo(all(30));
    assertThat(clever.calls).hasSize(4);
  }

  @Test
  void S39_an_empty_page_that_leads_to_itself_ends_the_list() throws IOException {
    clever.faults.add(call -> {
      if (call.number() != 2) {
        return false;
      }
      call.json(200, page("", call.exchange().getRequestURI().toString()));
      return true;
    });

    assertThat(read()).isEqualTo(all(10));
  }

  @Test
  void S39_records_that_a_page_repeats_come_once() throws IOException {
    clever.faults.add(call -> {
      if (call.number() != 2) {
        return false;
      }
      String repeated = data(8) + "," + data(9) + "," + data(10) + "," + data(10) + "," + data(11);
      call.json(200, page(repeated, "/v3.1/schools?limit=10&starting_after=" + id(11)));
      return true;
    });

    assertThat(read()).isEqualTo(all(35));
  }

  @Test
  void S39_pages_that_never_get_on_are_refused() {
    clever.faults.add(call -> {
      call.json(200, page(data(1), "/v3.1/schools?round=" + call.number()));
      return true;
    });

    assertThatThrownBy(this::read)
        .isInstanceOf(CleverException.Broken.class)
        .hasMessage("The list /schools repeats a page.");
  }

  @Test
  void S39_a_full_page_that_leads_to_itself_is_refused() {
    clever.faults.add(call -> {
      call.json(200, page(data(call.number()), "/v3.1/schools?page=same"));
      return true;
    });

    assertThatThrownBy(this::read).hasMessageContaining("has a page that leads to itself");
  }

  @Test
  void S39_empty_pages_without_end_are_refused() {
    clever.faults.add(call -> {
      call.json(200, page("", "/v3.1/schools?page=" + call.number()));
      return true;
    });

    assertThatThrownBy(this::read).hasMessageContaining("goes on with empty pages");
  }

  @Test
  void S39_ids_that_descend_are_refused() {
    clever.faults.add(call -> {
      call.json(200, page(data(5) + "," + data(3), ""));
      return true;
    });

    assertThatThrownBy(this::read).hasMessageContaining("is not in ascending order");
  }

  @Test
  void S39_a_list_without_data_or_without_ids_is_not_an_empty_list() {
    List<String> bodies =
        List.of("{}", "{\"data\":null}", "[]", "{\"data\":[{\"name\":\"x\"}]}", "{\"data\":[{}]}");
    clever.faults.add(call -> {
      call.json(200, bodies.get(call.number() - 1));
      return true;
    });

    for (String body : bodies) {
      assertThatThrownBy(this::read).as(body).isInstanceOf(CleverException.Broken.class);
    }
  }

  @Test
  void S39_a_link_never_leads_the_token_to_another_host() throws IOException {
    clever.faults.add(call -> {
      if (call.number() != 1) {
        return false;
      }
      call.json(
          200, page(data(0), "https://elsewhere.invalid/v3.1/schools?starting_after=" + id(0)));
      return true;
    });

    assertThat(read()).isEqualTo(all(35));
  }

  @Test
  void S39_a_link_to_another_list_is_refused() {
    clever.faults.add(call -> {
      call.json(200, page(data(0), "/v3.1/users?starting_after=" + id(0)));
      return true;
    });

    assertThatThrownBy(this::read).hasMessageContaining("has a next link to something else");
  }

  @Test
  void S39_a_link_that_forgets_the_filter_does_not_lose_it() throws IOException {
    for (int number = 0; number < 30; number++) {
      var user = StandIn.object(id(number));
      user.putObject("roles").putObject(number % 2 == 0 ? "student" : "teacher");
      clever.put("users", user);
    }
    clever.faults.add(call -> {
      if (!call.path().equals("/users") || call.query().containsKey("starting_after")) {
        return false;
      }
      String first = "{\"data\":{\"id\":\"%s\",\"roles\":{\"teacher\":{}}}}".formatted(id(1));
      call.json(200, page(first, "/v3.1/users?starting_after=" + id(1)));
      return true;
    });

    assertThat(api.users(Roles.Kind.TEACHER).toList(100))
        .hasSize(15)
        .allMatch(user -> user.roles().has(Roles.Kind.TEACHER));
  }

  @Test
  void S40_a_page_that_is_too_large_is_asked_for_in_halves() throws IOException {
    clever.mostPerPage = 3;

    assertThat(read()).isEqualTo(all(35));
    assertThat(clever.calls.get(2)).endsWith("limit=2");
    assertThat(clever.calls.getLast()).contains("limit=2");
  }

  @Test
  void S40_a_body_beyond_our_own_limit_is_asked_for_in_halves() throws IOException {
    CleverSettings usual = visitor.settings(clever);
    var small =
        new CleverSettings(
            usual.base(), usual.version(), 10, usual.mostPages(), 400, usual.patience());

    assertThat(visitor.api(clever, small).schools().toList(100)).hasSize(35);
    assertThat(clever.calls.getLast()).doesNotContain("limit=10");
  }

  @Test
  void S38_a_lookup_of_what_is_not_there_is_empty_and_a_list_is_an_error() throws IOException {
    assertThat(api.school(id(3))).map(CleverRecord.School::name).contains("S3");
    assertThat(api.school(id(99))).isEmpty();
    assertThat(api.school("")).isEmpty();
    clever.faults.add(call -> {
      call.json(404, "{\"message\":\"not found\"}");
      return true;
    });
    assertThatThrownBy(this::read).isInstanceOf(CleverException.NotFound.class);
  }

  private static String data(int number) {
    return "{\"data\":{\"id\":\"%s\",\"name\":\"S\"}}".formatted(id(number));
  }

  private static String page(String data, String next) {
    String link = next.isEmpty() ? "" : "{\"rel\":\"next\",\"uri\":\"%s\"}".formatted(next);
    return "{\"links\":[%s],\"data\":[%s]}".formatted(link, data);
  }
}
