package org.rollbook.learn.importing;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.sources.cleverapi.CleverApi;
import org.rollbook.sources.cleverapi.CleverException;
import org.rollbook.sources.cleverapi.CleverRecord;
import org.rollbook.sources.cleverapi.CleverRecord.Section;
import org.rollbook.sources.cleverapi.SectionPeople;

/**
 * What Clever shows of one teacher at the time of one sync. For one thread.
 *
 * <p>That something is missing is believed of a single record that is not found, while the token is
 * proven to be this district's; never of a list, whatever it says.
 */
final class Taught {
  private final CleverApi api;
  private final DistrictId district;
  private final SectionPeople people;
  private final boolean shared;
  private final List<Section> sections;
  private boolean proven;

  private Taught(
      CleverApi api,
      DistrictId district,
      SectionPeople people,
      boolean shared,
      List<Section> sections) {
    this.api = api;
    this.district = district;
    this.people = people;
    this.shared = shared;
    this.sections = sections;
  }

  /** Reads a teacher's sections and students: two calls, whatever their number. */
  static Taught read(CleverApi api, DistrictId district, String teacher) throws IOException {
    var people = new SectionPeople(api);
    List<Section> sections;
    try {
      sections = api.sectionsTaughtBy(teacher);
    } catch (CleverException.NotFound notFound) {
      if (api.user(teacher).isPresent()) {
        throw notFound;
      }
      return new Taught(api, district, people, false, List.of());
    }
    if (!sections.isEmpty()) {
      people.know(api.studentsOf(teacher));
    }
    return new Taught(api, district, people, true, sections);
  }

  /** Whether the district shares the teacher for classes. */
  boolean shared() {
    return shared;
  }

  /** The sections, by the name of their class. */
  List<Section> sections() {
    return sections.stream()
        .sorted(Comparator.comparing(SectionClass::name).thenComparing(Section::id))
        .toList();
  }

  SectionPeople people() {
    return people;
  }

  /**
   * A section that the list does not have, looked up alone.
   *
   * @return empty when it is gone or not shared, which is certain then
   */
  Optional<Section> missing(String section) throws IOException, CannotGoOn {
    Optional<Section> found = api.section(section);
    if (found.isEmpty()) {
      prove();
    }
    return found;
  }

  /** A token of another kind, or of another district, finds nothing of ours. */
  void prove() throws IOException, CannotGoOn {
    if (!proven) {
      proven =
          api.districts().toList(1_000).stream()
              .map(CleverRecord.District::id)
              .anyMatch(district.value()::equals);
    }
    if (!proven) {
      throw Failures.notConnected();
    }
  }
}
