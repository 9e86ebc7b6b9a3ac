package org.rollbook.registry.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.rollbook.core.roster.Enrolment;
import org.rollbook.core.roster.RecordKey;
import org.rollbook.core.roster.RecordKind;
import org.rollbook.core.roster.RosterRecord;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.roster.StaffMember;
import org.rollbook.core.roster.StudentId;
import org.rollbook.core.roster.Teacher;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedRecords;
import org.rollbook.core.share.WholeRoster;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.DistrictKey;

/** Who must be in a share and by which rule, from the plain evaluation of the share in core. */
public final class ExpectedMembers {
  private final Database database;
  private final DistrictKey district;
  private final Map<Long, Integer> members = new TreeMap<>();
  private final Map<String, Long> ids;
  private final Map<Long, Long> users = new TreeMap<>();

  private ExpectedMembers(Database database, DistrictKey district) {
    this.database = database;
    this.district = district;
    this.ids = RosterDump.ids(database, district);
    each("select record_id, user_id from adult", row -> users.put(row[0], row[1]));
  }

  /** By the id that apps know. */
  public static Map<Long, Integer> of(
      Database database, DistrictKey district, OracleRoster roster, Share share, boolean contacts) {
    var expected = new ExpectedMembers(database, district);
    expected.evaluate(roster, share, contacts);
    return expected.members;
  }

  private void evaluate(OracleRoster roster, Share share, boolean contacts) {
    WholeRoster whole = whole(roster);
    each("select record_id, 0 from district", row -> bring(row[0], 1));
    SharedRecords.of(whole, share).rules().forEach((key, rule) -> bring(id(key), rule));
    // Whoever is shared in one role is shared, and so are the schools of the other role.
    whole
        .records()
        .forEach((key, record) -> {
          Integer rule = members.get(id(key));
          if (rule != null) {
            schools(record)
                .forEach(s -> bring(id(RecordKey.of(RecordKind.SCHOOL, s.value())), rule));
          }
        });
    if (contacts) {
      each(
          "select student_id, contact_id from contact_of_student",
          row -> {
            Integer rule = members.get(row[0]);
            if (rule != null) {
              bring(row[1], rule);
            }
          });
    }
  }

  private static List<SchoolId> schools(RosterRecord record) {
    return record instanceof Teacher teacher
        ? teacher.schools()
        : record instanceof StaffMember member ? member.schools() : List.of();
  }

  private static WholeRoster whole(OracleRoster roster) {
    var records = new ArrayList<RosterRecord>();
    for (RecordKind kind : RecordKind.values()) {
      records.addAll(roster.live(kind).values());
    }
    roster
        .enrolments()
        .forEach(key ->
            records.add(new Enrolment(new SectionId(key.id()), new StudentId(key.student()))));
    return WholeRoster.of(records);
  }

  private void bring(long id, int rule) {
    members.merge(id, rule, Math::min);
  }

  private long id(RecordKey key) {
    if (key.kind() == RecordKind.ENROLMENT) {
      return 0;
    }
    String kind = key.kind().name().toLowerCase(java.util.Locale.ROOT);
    long record = java.util.Objects.requireNonNull(ids.get(kind + " " + key.id()), key::toString);
    return users.getOrDefault(record, record);
  }

  private void each(String select, Consumer<Long[]> use) {
    boolean ofDistrict = select.endsWith("from district");
    database
        .jdbc()
        .sql(
            select
                + (ofDistrict
                    ? " where key = :key"
                    : " where district_id = (select id from district where key = :key)"))
        .param("key", district.value())
        .query((row, n) -> new Long[] {row.getLong(1), row.getLong(2)})
        .list()
        .forEach(use);
  }
}
