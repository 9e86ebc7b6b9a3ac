package org.rollbook.registry.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollbook.registry.testing.SmallDistrict.course;
import static org.rollbook.registry.testing.SmallDistrict.school;
import static org.rollbook.registry.testing.SmallDistrict.section;
import static org.rollbook.registry.testing.SmallDistrict.staff;
import static org.rollbook.registry.testing.SmallDistrict.teacher;
import static org.rollbook.registry.testing.SmallDistrict.term;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.rollbook.core.roster.Attributes;
import org.rollbook.core.roster.RecordId;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.reading.Position.Direction;
import org.rollbook.registry.sharing.App;
import org.rollbook.registry.sharing.Reader;
import org.rollbook.registry.testing.RosterDump;
import org.rollbook.registry.testing.SharingDistrict;
import org.rollbook.registry.testing.TestServer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists cost what they show, counted in the database's pages: not what the district has. */
@ExtendWith(TestServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListingCostTest {
  private static final int SECTIONS = 3_000;

  /** A look at each of the sections or teachers takes many times more. */
  private static final int FEW_PAGES = 120;

  private final SharingDistrict district;
  private final AsReader asReader;
  private final SharedRecords records;
  private final Reader reader;

  ListingCostTest(Database database) {
    this.district = new SharingDistrict(database);
    this.asReader = new AsReader(database.dataSource());
    this.records = new SharedRecords(database.dataSource());
    App app = district.app();
    district.publish(school("A"));
    district.share(app, new Share(new Selection.WholeDistrict(), true, List.of(), new TreeSet<>()));
    this.reader = district.sharing().reader(app.id(), district.key()).orElseThrow();
  }

  @BeforeAll
  void aDistrictWithOneTermAndManySections() {
    var all = new ArrayList<RosterRecord>(List.of(school("A"), school("B"), term(), course()));
    for (int i = 0; i < SECTIONS; i++) {
      all.add(teacher("t" + i, "A"));
      all.add(section("c" + i, i % 2 == 0 ? "A" : "B", "t" + i));
    }
    StaffMember boss = staff("boss", "A");
    all.add(
        new StaffMember(
            boss.id(),
            boss.schools(),
            boss.name(),
            boss.email(),
            Attributes.of(Map.of("role", "District Admin"))));
    district.publish(all);
  }

  private RecordId only(RecordType type) {
    return records.list(reader, new Listing.All(type), Position.first(1)).orElseThrow().first();
  }

  private int size(Listing listing, Position position) {
    return records.list(reader, listing, position).orElseThrow().size();
  }

  /** How many pages of the database the list looks at, when its plans are made. */
  private long pages(Listing listing, Position position) {
    ListingSql sql = ListingSql.of(listing);
    return asReader.read(
        reader,
        jdbc -> {
          explained(jdbc, sql, position);
          return explained(jdbc, sql, position);
        });
  }

  private long explained(JdbcClient jdbc, ListingSql sql, Position position) {
    String plan =
        jdbc.sql("explain (analyze, buffers, format json) " + sql.page(position))
            .params(sql.parameters())
            .param("district", reader.district())
            .param("cursor", position.cursor())
            .param("limit", position.limit() + 1)
            .query(String.class)
            .single();
    var root = RosterDump.json("{\"of\":" + plan + "}").at("/of/0/Plan");
    return root.path("Shared Hit Blocks").asLong() + root.path("Shared Read Blocks").asLong();
  }

  @Test
  void a_page_of_a_terms_sections_costs_the_page() {
    var sections = new Listing.Related(only(RecordType.TERMS), Relation.SECTIONS_OF_TERM);
    var first = Position.first(10);
    var last = new Position(Direction.BEFORE, Long.MAX_VALUE, 10);
    assertThat(size(sections, first)).isEqualTo(10);
    assertThat(size(sections, last)).isEqualTo(10);
    assertThat(records.count(reader, sections)).contains((long) SECTIONS);
    assertThat(pages(sections, first)).isLessThan(FEW_PAGES);
    assertThat(pages(sections, last)).isLessThan(FEW_PAGES);
  }

  @Test
  void the_schools_of_a_term_and_the_terms_of_a_school_cost_one_look_each() {
    var schools = new Listing.Related(only(RecordType.TERMS), Relation.SCHOOLS_OF_TERM);
    var terms = new Listing.Related(only(RecordType.SCHOOLS), Relation.TERMS_OF_SCHOOL);
    assertThat(size(schools, Position.first(10))).isEqualTo(2);
    assertThat(size(terms, Position.first(10))).isEqualTo(1);
    assertThat(pages(schools, Position.first(10))).isLessThan(FEW_PAGES);
    assertThat(pages(terms, Position.first(10))).isLessThan(FEW_PAGES);
  }

  @Test
  void the_few_administrators_are_found_without_all_adults() {
    var administrators = new Listing.InRole(UserRole.DISTRICT_ADMIN);
    assertThat(size(administrators, Position.first(10))).isEqualTo(1);
    assertThat(pages(administrators, Position.first(10))).isLessThan(FEW_PAGES);
    assertThat(pages(new Listing.InRole(UserRole.TEACHER), Position.first(SECTIONS)))
        .as("what a look at every adult costs, to compare")
        .isGreaterThan(FEW_PAGES);
  }
}
