package org.rollbook.registry.sharing;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.ShareRule;
import org.rollbook.core.share.SharedField;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses shares that cannot be, before anything is written. */
final class ShareCheck {
  /** More reasons than this are nothing that a person has chosen by hand. */
  private static final int MOST_REASONS = 20_000;

  private static final int NAMED = 10;

  private final JdbcClient jdbc;
  private final int district;

  ShareCheck(JdbcClient jdbc, int district) {
    this.jdbc = jdbc;
    this.district = district;
  }

  void check(App app, Share share) {
    refuseRequired(app, share);
    switch (share.selection()) {
      case Selection.WholeDistrict _, Selection.ByRules _ -> {}
      case Selection.Schools(var schools) ->
          refuseUnknown("school", schools.stream().map(s -> s.value()).toList());
      case Selection.Sections(var sections) ->
          refuseUnknown("section", sections.stream().map(s -> s.value()).toList());
    }
    int reasons = ShareRule.of(share).size();
    if (reasons > MOST_REASONS) {
      throw new SharingRefused(
          """
          This share names %d schools, sections and rules; at most %d are taken. Choose whole \
          schools, or write a rule that names the sections by a field of theirs.\
          """
              .formatted(reasons, MOST_REASONS));
    }
  }

  private static void refuseRequired(App app, Share share) {
    var refused = new TreeSet<>(share.refused());
    refused.retainAll(app.about().required());
    if (!refused.isEmpty()) {
      throw new SharingRefused(
          """
          %s cannot do without %s. Share %s too, or do not share with this app.\
          """
              .formatted(
                  app.about().name(),
                  refused.stream().map(SharedField::word).collect(Collectors.joining(", ")),
                  refused.size() == 1 ? "it" : "them"));
    }
  }

  private void refuseUnknown(String kind, List<String> ids) {
    if (ids.isEmpty()) {
      throw new SharingRefused(
          "This share names no %s. Name at least one, or take the share back.".formatted(kind));
    }
    List<String> unknown =
        jdbc.sql(
                """
                select u.id from unnest(:ids) with ordinality u(id, place)
                where not exists (
                  select from %s r where r.district_id = :district and r.source_id = u.id
                    and r.deleted_event is null)
                order by u.place
                """
                    .formatted(kind))
            .param("ids", ids.toArray(String[]::new))
            .param("district", district)
            .query(String.class)
            .list();
    if (!unknown.isEmpty()) {
      throw new SharingRefused(
          """
          The roster has no %s %s%s. Look at the ids in the source's files, they are written \
          there with all capitals and zeros; or import the files that have them first.\
          """
              .formatted(
                  kind,
                  String.join(", ", unknown.subList(0, Math.min(NAMED, unknown.size()))),
                  unknown.size() > NAMED ? " and %d more".formatted(unknown.size() - NAMED) : ""));
    }
  }
}
