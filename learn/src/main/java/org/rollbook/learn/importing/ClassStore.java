package org.rollbook.learn.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.rollbook.core.reconcile.AccountId;
import org.rollbook.core.reconcile.ClassBaseline;
import org.rollbook.core.reconcile.ClassBaseline.Ended;
import org.rollbook.core.reconcile.ClassState;
import org.rollbook.core.reconcile.Seat;
import org.rollbook.learn.classes.ClassId;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.importing.StoredClass.Agreed;
import org.rollbook.learn.importing.StoredClass.StoredSeat;
import org.rollbook.learn.people.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads and writes imported classes, each in few statements whatever its size. Every method takes
 * part in a transaction under way. Nothing here deletes: leaving is a date.
 */
final class ClassStore {
  private final JdbcClient jdbc;

  ClassStore(LearnDatabase database) {
    this.jdbc = database.jdbc();
  }

  /** The class of a section, held until the transaction ends. */
  Optional<StoredClass> held(DistrictId district, String section) {
    return jdbc.sql(
            """
            select * from class where district_id = ? and section_id = ? for no key update
            """)
        .params(district.value(), section)
        .query((row, number) -> stored(district, row))
        .optional()
        // Read after the class is held: no other sync changes them now.
        .map(found -> withMembers(found, seats(found.id()), unseen(found.id())));
  }

  private static StoredClass stored(DistrictId district, ResultSet row) throws SQLException {
    return new StoredClass(
        new ClassId(district, row.getLong("id")),
        row.getString("name"),
        ClassState.valueOf(row.getString("state")),
        StoredClass.account(row.getLong("owner_id")),
        agreed(row),
        row.getString("about"),
        row.getLong("reading"),
        new TreeMap<>(),
        Set.of());
  }

  /** A hand may have put away or taken up again what was agreed otherwise: whose it was is ours. */
  private static Agreed agreed(ResultSet row) throws SQLException {
    var state = ClassState.valueOf(row.getString("agreed_state"));
    var ended = Ended.valueOf(row.getString("ended"));
    return new Agreed(
        row.getString("agreed_name"),
        StoredClass.account(row.getLong("agreed_owner")),
        state,
        state.modifiable() ? Ended.NOT : ended == Ended.NOT ? Ended.BY_US : ended);
  }

  private static StoredClass withMembers(
      StoredClass found, SortedMap<AccountId, StoredSeat> seats, Set<String> unseen) {
    return new StoredClass(
        found.id(),
        found.name(),
        found.state(),
        found.owner(),
        found.agreed(),
        found.about(),
        found.reading(),
        seats,
        unseen);
  }

  private Set<String> unseen(ClassId id) {
    return jdbc.sql("select clever_id from unseen where district_id = ? and class_id = ?")
        .params(id.district().value(), id.number())
        .query(String.class)
        .set();
  }

  private SortedMap<AccountId, StoredSeat> seats(ClassId id) {
    var seats = new TreeMap<AccountId, StoredSeat>();
    jdbc.sql(
            """
            select person_id, trim(given_name || ' ' || family_name) as name,
              case when left_at is null then role else 'NONE' end as seat,
              coalesce(agreed_role, 'NONE') as agreed, by_hand
            from seat join person
              on person.district_id = seat.district_id and person.id = seat.person_id
            where seat.district_id = ? and class_id = ?
            """)
        .params(id.district().value(), id.number())
        .query(row -> {
          seats.put(
              StoredClass.account(row.getLong("person_id")),
              new StoredSeat(
                  row.getString("name"),
                  Seat.valueOf(row.getString("seat")),
                  Seat.valueOf(row.getString("agreed")),
                  row.getBoolean("by_hand")));
        });
    return seats;
  }

  /**
   * What is written of a class.
   *
   * @param state how it is to stand, which is also what is agreed then
   */
  record Content(ClassBaseline state, String about, long reading, Set<String> unseen) {
    long owner() {
      return Long.parseLong(state.owner().target().value());
    }
  }

  /** Makes a class; absent when another sync made it meanwhile. */
  Optional<ClassId> make(DistrictId district, String section, Content content) {
    var made =
        jdbc.sql(
                """
                insert into class (district_id, section_id, name, state, ended, owner_id,
                  agreed_name, agreed_state, agreed_owner, about, reading, created_at)
                values (:district, :section, :name, 'ACTIVE', 'NOT', :owner,
                  :name, 'ACTIVE', :owner, :about, :reading, now())
                on conflict (district_id, section_id) where section_id is not null do nothing
                returning id
                """)
            .param("district", district.value())
            .param("section", section)
            .param("name", content.state().name().target())
            .param("owner", content.owner())
            .param("about", content.about())
            .param("reading", content.reading())
            .query(Long.class)
            .optional()
            .map(number -> new ClassId(district, number));
    made.ifPresent(id -> members(id, new TreeMap<>(), Set.of(), content));
    return made;
  }

  /** Brings a class that is held, and whose section is there, in line. */
  void write(StoredClass before, Content content) {
    var after = content.state();
    jdbc.sql(
            """
            update class set name = :name, agreed_name = :agreedName,
              owner_id = :owner, agreed_owner = :agreedOwner,
              state = 'ACTIVE', agreed_state = 'ACTIVE', ended = 'NOT', archived_at = null,
              about = :about, reading = :reading
            where district_id = :district and id = :id
            """)
        .param("name", after.name().target())
        .param("agreedName", after.name().source())
        .param("owner", content.owner())
        .param("agreedOwner", Long.parseLong(after.owner().source().value()))
        .param("about", content.about())
        .param("reading", content.reading())
        .param("district", before.id().district().value())
        .param("id", before.id().number())
        .update();
    members(before.id(), before.seats(), before.unseen(), content);
  }

  /** Puts a class that is held away. Its name and its people stay as they are. */
  void end(StoredClass before, Ended ended, long reading) {
    jdbc.sql(
            """
            update class set state = 'ARCHIVED', agreed_state = 'ARCHIVED', ended = :ended,
              archived_at = coalesce(archived_at, now()), reading = :reading
            where district_id = :district and id = :id
            """)
        .param("ended", ended.name())
        .param("reading", reading)
        .param("district", before.id().district().value())
        .param("id", before.id().number())
        .update();
  }

  private void members(
      ClassId id, SortedMap<AccountId, StoredSeat> before, Set<String> unseen, Content content) {
    var wanted = content.state().seats();
    var present = new ArrayList<Row>();
    wanted.forEach((account, seat) -> {
      var agreement = seat.agreement();
      var row = new Row(account, agreement.target(), agreement.source(), agreement.byHand());
      if (!row.isAs(before.get(account))) {
        present.add(row);
      }
    });
    var gone = new ArrayList<Long>();
    before.forEach((account, seat) -> {
      boolean there = seat.seat() != Seat.NONE || seat.agreed() != Seat.NONE;
      if (there && !wanted.containsKey(account)) {
        gone.add(Long.valueOf(account.value()));
      }
    });
    leave(id, gone);
    seat(id, present);
    if (!unseen.equals(content.unseen())) {
      unseen(id, content.unseen());
    }
  }

  private record Row(AccountId account, Seat seat, Seat agreed, boolean byHand) {
    boolean isAs(@Nullable StoredSeat stored) {
      return stored != null
          && stored.seat() == seat
          && stored.agreed() == agreed
          && stored.byHand() == byHand;
    }
  }

  private void leave(ClassId id, List<Long> people) {
    if (!people.isEmpty()) {
      jdbc.sql(
              """
              update seat set left_at = coalesce(left_at, now()), agreed_role = null, by_hand = false
              where district_id = :district and class_id = :class
                and person_id = any(:people::bigint[])
              """)
          .param("district", id.district().value())
          .param("class", id.number())
          .param("people", people.toArray(Long[]::new))
          .update();
    }
  }

  private void seat(ClassId id, List<Row> rows) {
    if (!rows.isEmpty()) {
      jdbc.sql(
              """
              insert into seat
                (district_id, class_id, person_id, role, agreed_role, by_hand, since)
              select :district, :class, given.person::bigint, given.seat,
                nullif(given.agreed, 'NONE'), given.by_hand::boolean, now()
              from unnest(:people::text[], :seats::text[], :agreed::text[], :byHand::text[])
                as given (person, seat, agreed, by_hand)
              on conflict (district_id, class_id, person_id) do update set
                role = excluded.role, agreed_role = excluded.agreed_role,
                by_hand = excluded.by_hand, left_at = null
              """)
          .param("district", id.district().value())
          .param("class", id.number())
          .param("people", column(rows, row -> row.account().value()))
          .param("seats", column(rows, row -> row.seat().name()))
          .param("agreed", column(rows, row -> row.agreed().name()))
          .param("byHand", column(rows, row -> Boolean.toString(row.byHand())))
          .update();
    }
  }

  private static String[] column(List<Row> rows, java.util.function.Function<Row, String> field) {
    return rows.stream().map(field).toArray(String[]::new);
  }

  private void unseen(ClassId id, Set<String> now) {
    jdbc.sql(
            """
            with gone as (
              delete from unseen where district_id = :district and class_id = :class
                and clever_id <> all(:now::text[]))
            insert into unseen (district_id, class_id, clever_id)
            select :district, :class, clever_id from unnest(:now::text[]) as given (clever_id)
            on conflict do nothing
            """)
        .param("district", id.district().value())
        .param("class", id.number())
        .param("now", now.toArray(String[]::new))
        .update();
  }
}
