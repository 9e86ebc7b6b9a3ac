package org.rollbook.registry.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One publication of one district, in a transaction that somebody else ends. Used once.
 *
 * <p>Objects that may have changed are rendered and compared; then for every share, who may have
 * come or gone is looked at; the differences are written, and told as events. What it costs follows
 * what changed, except for the first time, for a share that is defined anew, and after more than
 * {@link org.rollbook.registry.events.EventHistory#KEPT} without a publication.
 */
public final class PublicationRun {
  private final PublishedDistrict district;
  private final DistrictSql sql;
  private final Optional<ShareChange> change;

  /**
   * @param district locked by this transaction
   * @param change the share that was defined anew in this transaction
   */
  public PublicationRun(
      JdbcClient jdbc, PublishedDistrict district, Instant at, Optional<ShareChange> change) {
    this.district = district;
    this.sql = new DistrictSql(jdbc, district.id(), at);
    this.change = change;
  }

  /** Publishes; returns how many events apps were given. */
  public long publish() {
    List<PublishedShare> shares = settle();
    LastSync.bringUp(sql);
    long events = 0;
    for (PublishedShare share : shares) {
      events += new ShareEvents(sql, share).tell();
    }
    sql.run(
        "update district set published_event = :last where id = :district",
        "last",
        district.lastEvent());
    return events;
  }

  /** What publishing would make come and go in the changed share; the caller rolls back. */
  public ShareDifference difference() {
    settle();
    return ShareDifference.read(sql, change.orElseThrow().app());
  }

  private List<PublishedShare> settle() {
    Scratch.make(sql);
    boolean everything = district.published().isEmpty() || eventsAreMissing();
    if (everything || district.published().getAsLong() < district.lastEvent()) {
      var candidates = new Candidates(sql);
      if (everything) {
        candidates.everything();
      } else {
        candidates.touchedSince(district.published().getAsLong());
      }
      new PublishedObjects(sql).publish();
    }
    List<PublishedShare> shares = PublishedShare.of(sql, change);
    for (PublishedShare share : shares) {
      new Membership(sql, share).settle(everything || share.anew());
    }
    return shares;
  }

  /** Events are kept for a while only; they are numbered without gaps. */
  private boolean eventsAreMissing() {
    long published = district.published().getAsLong();
    return published < district.lastEvent()
        && !sql.query(
                """
                select exists (select from event
                               where district_id = :district and seq = :published + 1)
                """,
                "published",
                published)
            .query(Boolean.class)
            .single();
  }
}
