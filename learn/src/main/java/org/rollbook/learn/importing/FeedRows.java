package org.rollbook.learn.importing;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.people.DistrictId;
import org.rollbook.sources.cleverapi.EventCursor.Position;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How far Clever's events were read, and whom they concerned. A position moves together with what
 * was noted on the way to it, and only from where it was believed to be: of two processes that read
 * at once one is heard.
 */
final class FeedRows {
  /**
   * Teachers of the sections, by Clever's word and by ours, whoever the events name, and the
   * teachers of classes in which one of those who changed is, or is listed without being shown.
   */
  private static final String TOUCH =
      """
      with concerned (id) as (
        select id from person where district_id = :district and clever_id = any(:named::text[])
        union
        select seat.person_id from class join seat
          on seat.district_id = class.district_id and seat.class_id = class.id
        where class.district_id = :district and class.section_id = any(:sections::text[])
          and seat.role = 'TEACHER' and (seat.left_at is null or seat.agreed_role is not null)
        union
        select owner_id from class
        where district_id = :district and section_id = any(:sections::text[])
        union
        select other.person_id from
          (select seat.class_id from person join seat
             on seat.district_id = person.district_id and seat.person_id = person.id
           where person.district_id = :district and person.clever_id = any(:changed::text[])
             and (seat.left_at is null or seat.agreed_role is not null)
           union
           select class_id from unseen
           where district_id = :district and clever_id = any(:changed::text[])) as theirs
          join class on class.district_id = :district and class.id = theirs.class_id
          cross join lateral
            (select class.owner_id
             union
             select person_id from seat
             where seat.district_id = :district and seat.class_id = class.id
               and seat.role = 'TEACHER' and (seat.left_at is null or seat.agreed_role is not null))
            as other (person_id)
        where class.section_id is not null and class.state = 'ACTIVE'),
      locked as (
        -- In the order in which syncs renew people, so that neither waits for the other in turn.
        select person.id from person
        where district_id = :district and teaches and id in (select id from concerned)
        order by clever_id for no key update)
      update person set touched = nextval('touch')
      from locked where person.district_id = :district and person.id = locked.id
      """;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  FeedRows(LearnDatabase database) {
    this.jdbc = database.jdbc();
    this.transaction = database.transaction();
  }

  Optional<Position> position(DistrictId district) {
    return jdbc.sql(
            "select feed_event, feed_as_of from district where id = ? and feed_event is not null")
        .param(district.value())
        .query((row, number) ->
            new Position(
                row.getString("feed_event"),
                row.getObject("feed_as_of", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /**
   * Notes whom a batch of events concerned.
   *
   * @return whether it did; otherwise another process moved the position meanwhile
   */
  boolean move(
      DistrictId district, Optional<Position> before, Position after, Concerned concerned) {
    return Boolean.TRUE.equals(
        transaction.execute(status -> {
          boolean moved = moved(district, before, after);
          if (moved && concerned.everybody()) {
            touchEverybody(district);
          } else if (moved && !concerned.nobody()) {
            touch(district, concerned);
          }
          return moved;
        }));
  }

  /**
   * The district's row is held until the end: numbers are given in the order in which they show.
   */
  private boolean moved(DistrictId district, Optional<Position> before, Position after) {
    return jdbc.sql(
                """
                update district set feed_event = :after, feed_as_of = :asOf
                where id = :district and feed_event is not distinct from :before::text
                """)
            .param("after", after.event())
            .param("asOf", after.asOf().atOffset(ZoneOffset.UTC))
            .param("district", district.value())
            .param("before", before.map(Position::event).orElse(null))
            .update()
        == 1;
  }

  private void touchEverybody(DistrictId district) {
    jdbc.sql("update district set touched = nextval('touch') where id = ?")
        .param(district.value())
        .update();
  }

  private void touch(DistrictId district, Concerned concerned) {
    jdbc.sql(TOUCH)
        .param("district", district.value())
        .param("named", concerned.named())
        .param("sections", concerned.sectionIds())
        .param("changed", concerned.userIds())
        .update();
    if (!concerned.users().isEmpty()) {
      jdbc.sql("update district set people_touched = nextval('touch') where id = ?")
          .param(district.value())
          .update();
    }
  }
}
