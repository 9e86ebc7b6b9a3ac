package org.rollbook.sources.cleverapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.Section;
import org.rollbook.sources.Reading;
import org.rollbook.sources.SnapshotDigest;
import org.rollbook.sources.SnapshotFormats;
import org.rollbook.sources.SnapshotOpening;
import tools.jackson.databind.node.ArrayNode;

/** H3, S42, S43: a district that cannot be pulled whole is not pulled. */
class CleverApiPullRefusedTest extends PulledDistrict {

  @ParameterizedTest
  @ValueSource(strings = {"/schools", "/terms", "/courses", "/users", "/sections", "/districts"})
  void H3_a_list_that_cannot_be_read_refuses_everything(String list) throws IOException {
    small();
    clever.faults.add(call -> {
      if (!call.path().equals(list)) {
        return false;
      }
      call.json(404, "{\"message\":\"not found\"}");
      return true;
    });

    assertThat(refused()).isEqualTo("CLEVER_NOT_FOUND");
    try (Stream<Path> left = Files.list(folder())) {
      assertThat(left).isEmpty();
    }
  }

  private String refused() throws IOException {
    return ((Pulled.Refused) pull()).finding().code();
  }

  @Test
  void S43_a_disconnected_district_is_refused_and_not_empty() throws IOException {
    small();
    CleverApi api = visitor.api(clever);
    clever.token = "another";
    var refused = (Pulled.Refused) CleverApiPull.pull(api, folder());
    assertThat(refused.finding().code()).isEqualTo("CLEVER_DISCONNECTED");

    clever.list("districts").clear();
    assertThat(refused()).isEqualTo("CLEVER_DISCONNECTED");
  }

  @Test
  void S43_a_district_that_shares_nothing_is_refused() throws IOException {
    assertThat(refused()).isEqualTo("CLEVER_NOTHING_SHARED");
  }

  @Test
  void S43_a_kind_that_is_not_shared_at_all_is_told_like_a_header_without_rows()
      throws IOException {
    small();
    clever.list("sections").clear();

    assertThat(pulled().complete().headerOnly())
        .containsExactly(RecordKind.SECTION, RecordKind.ENROLMENT);
  }

  @Test
  void S42_a_district_that_changes_while_it_is_read_is_read_again() throws IOException {
    small();
    clever.faults.add(call -> {
      if (call.path().equals("/sections") && clever.list("events").isEmpty()) {
        clever.event("%024x".formatted(1), "sections.updated", StandIn.object("5e1"));
        at("sections", "5e1").put("name", "Algebra, period 4");
      }
      return false;
    });

    assertThat(pull())
        .isEqualTo(
            new Pulled.Complete(StandIn.DISTRICT, java.util.Optional.of("%024x".formatted(1))));
    assertThat(read(folder()).sink().of(Section.class).getFirst().name())
        .isEqualTo("Algebra, period 4");
    assertThat(clever.calls.stream().filter(call -> call.contains("/schools"))).hasSize(2);
  }

  @Test
  void S42_a_district_that_never_stands_still_is_refused() throws IOException {
    small();
    clever.faults.add(call -> {
      at("districts", StandIn.DISTRICT)
          .put("last_sync", "2026-11-22T08:00:00.%03dZ".formatted(call.number()));
      return false;
    });

    assertThat(refused()).isEqualTo("CLEVER_CHANGING");
  }

  @Test
  void S42_a_hub_without_events_can_be_pulled() throws IOException {
    small();
    clever.faults.add(call -> {
      if (!call.path().equals("/events")) {
        return false;
      }
      call.json(501, "{}");
      return true;
    });

    assertThat(pull()).isEqualTo(new Pulled.Complete(StandIn.DISTRICT, java.util.Optional.empty()));
  }

  @Test
  void H3_a_part_of_a_pull_is_never_taken_for_the_whole() throws IOException {
    small();
    pull();
    Path manifest = folder().resolve(Manifest.FILE);
    byte[] whole = Files.readAllBytes(manifest);

    Files.delete(manifest);
    assertThat(refusal(folder())).isEqualTo("INCOMPLETE_PULL");
    Files.write(manifest, java.util.Arrays.copyOf(whole, 20));
    assertThat(refusal(folder())).isEqualTo("INCOMPLETE_PULL");

    Files.write(manifest, whole);
    Path students = folder().resolve("students.jsonl");
    String lines = Files.readString(students);
    for (String damaged :
        List.of(
            "", lines.lines().findFirst().orElseThrow(), lines.substring(0, 60), lines + "{}")) {
      Files.writeString(students, damaged);
      assertThat(refusal(folder())).as(damaged).isEqualTo("DAMAGED_PULL");
    }
    Files.delete(students);
    assertThat(refusal(folder())).isEqualTo("DAMAGED_PULL");
  }

  private static String refusal(Path folder) throws IOException {
    return ((Reading.Refused) read(folder).reading()).findings().getFirst().code();
  }

  @Test
  void H4_a_pull_that_is_kept_can_be_read_again_elsewhere() throws IOException {
    small();
    List<RosterRecord> first = pulled().sink().records;
    Path kept = Files.createDirectory(temporary.resolve("kept"));
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.toList()) {
        Files.copy(file, kept.resolve(file.getFileName()));
      }
    }

    assertThat(read(kept).sink().records).isEqualTo(first);
    assertThat(digest(kept)).isEqualTo(digest(folder())).hasSize(64);
    pull();
    assertThat(digest(folder())).isEqualTo(digest(kept));
    at("users", "5d2").put("email", "new@x.org");
    pull();
    assertThat(digest(folder())).isNotEqualTo(digest(kept));
  }

  private static String digest(Path folder) throws IOException {
    try (var source = ((SnapshotOpening.Ready) SnapshotFormats.open(folder)).source()) {
      assertThat(source.format()).isEqualTo("Clever API");
      return ((SnapshotDigest.Whole) source.digest()).hex();
    }
  }

  @Test
  void L7_a_teachers_classes_come_with_everybody_in_them() throws IOException {
    small();
    ((ArrayNode) at("sections", "5e1").path("students")).add("5d8");
    clever.put("users", user("5d4", "teacher"));
    ((ArrayNode) at("sections", "5e1").path("teachers")).add("5d4");

    TaughtSections taught = visitor.api(clever).taughtBy("5d1");

    assertThat(taught.sections()).hasSize(1);
    assertThat(taught.users()).containsOnlyKeys("5d1", "5d2", "5d3", "5d4");
    assertThat(taught.unseen()).containsExactly("5d8");
    // Two lists, the section's own for those whom they leave out, and a lookup of each still
    // missing: this stand-in has no list of a section's people.
    assertThat(clever.calls).hasSize(6);
  }
}
