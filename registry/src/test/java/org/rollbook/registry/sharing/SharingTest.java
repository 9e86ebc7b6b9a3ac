package org.rollbook.registry.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollbook.registry.testing.SmallDistrict.oneClassOf;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollbook.core.roster.RecordId;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.share.RuleText;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import org.rollbook.core.share.SharedField;
import org.rollbook.registry.database.Database;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.registry.testing.SharingDistrict;
import org.rollbook.registry.testing.TestServer;

@ExtendWith(TestServer.class)
final class SharingTest {
  private final SharingDistrict district;

  SharingTest(Database database) {
    this.district = new SharingDistrict(database);
  }

  private static NewApp asking(String redirect, SharedField... required) {
    return new NewApp(
        "app-" + java.util.UUID.randomUUID(),
        List.of(URI.create(redirect)),
        false,
        new TreeSet<>(Set.of(required)),
        new TreeSet<>());
  }

  @Test
  void an_app_proves_itself_by_a_secret_that_is_shown_once() {
    Registered registered = district.apps().register(asking("https://app.example/in"));
    App app = registered.app();
    assertThat(app.clientId()).hasSize(24);
    assertThat(registered.toString()).doesNotContain(registered.clientSecret());
    assertThat(district.apps().authenticated(app.clientId(), registered.clientSecret()))
        .contains(app);
    assertThat(district.apps().authenticated(app.clientId(), "guess")).isEmpty();
    assertThat(district.apps().authenticated("nobody", registered.clientSecret())).isEmpty();
    assertThat(district.apps().withClientId(app.clientId() + "\0")).isEmpty();
    assertThat(district.apps().named(app.about().name())).contains(app);
    assertThat(district.apps().all()).contains(app);
    assertThatThrownBy(() -> district.apps().register(app.about()))
        .isInstanceOf(SharingRefused.class)
        .hasMessageContaining("another name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://app.example/in",
        "https://app.example/in#here",
        "/in",
        "https:/in",
        "https://user@app.example/in",
        "http://localhost.app.example/in",
        "ftp://localhost/in"
      })
  void an_address_that_codes_must_not_be_sent_to_is_refused(String redirect) {
    assertThatThrownBy(() -> district.apps().register(asking(redirect)))
        .isInstanceOf(SharingRefused.class)
        .hasMessageContaining(redirect);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example/x?y=z", "http://localhost:8080/in", "http://[::1]/in"})
  void an_address_of_an_app_or_of_a_developers_machine_is_taken(String redirect) {
    assertThat(district.apps().register(asking(redirect)).app().about().redirectUris())
        .containsExactly(URI.create(redirect));
  }

  @Test
  void anAppOfOursIsRegisteredOnceAndKeepsUpItsAddress() {
    NewApp first = asking("https://own.example/one");
    App app = district.apps().registerOwn(first, "a secret that is known").app();
    var moved =
        new NewApp(
            first.name(),
            List.of(URI.create("https://own.example/two")),
            false,
            first.required(),
            first.optional());
    App again = district.apps().registerOwn(moved, "a secret that is known").app();
    assertThat(again.id()).isEqualTo(app.id());
    assertThat(district.apps().authenticated(app.clientId(), "a secret that is known"))
        .hasValueSatisfying(known ->
            assertThat(known.about().redirectUris())
                .containsExactly(URI.create("https://own.example/two")));
    assertThatThrownBy(() -> district.apps().registerOwn(first, "the secret of another"))
        .isInstanceOf(SharingRefused.class)
        .hasMessageContaining("not this installation's own");
  }

  @Test
  void H6_a_token_opens_one_share_until_it_is_rotated_or_taken_back() {
    district.publish(oneClassOf(1));
    App app = district.app(SharedField.STUDENT_EMAIL);
    Sharing sharing = district.sharing();
    DistrictToken first =
        sharing.share(app.id(), district.key(), Share.wholeDistrict()).orElseThrow();
    assertThat(sharing.tokens(app.id())).containsExactly(first);
    assertThat(first.toString()).doesNotContain(first.token());
    Reader reader = sharing.reader(first.token()).orElseThrow();
    assertThat(reader.app()).isEqualTo(app.id());
    assertThat(reader.districtRecord()).isEqualTo(first.record());
    assertThat(reader.withheldPaths()).contains("roles.student.dob").doesNotContain("email");
    DistrictToken second = sharing.rotate(app.id(), district.key());
    assertThat(sharing.reader(first.token())).isEmpty();
    assertThat(sharing.reader(second.token())).contains(reader);
    sharing.unshare(app.id(), district.key());
    assertThat(sharing.reader(second.token())).isEmpty();
    assertThat(sharing.reader(app.id(), district.key())).isEmpty();
    assertThat(sharing.tokens(app.id())).isEmpty();
    assertThatThrownBy(() -> sharing.rotate(app.id(), district.key()))
        .isInstanceOf(SharingRefused.class);
    DistrictToken third =
        sharing.share(app.id(), district.key(), Share.wholeDistrict()).orElseThrow();
    assertThat(third.token()).isNotIn(first.token(), second.token());
  }

  @Test
  void a_share_of_what_is_not_there_is_refused_and_nothing_is_changed() {
    district.publish(oneClassOf(1));
    App app = district.apps().register(asking("https://a.example/", SharedField.STUDENT_DOB)).app();
    Sharing sharing = district.sharing();
    var schools =
        new Selection.Schools(new TreeSet<>(Set.of(new SchoolId("A"), new SchoolId("Z"))));
    assertThatThrownBy(() -> sharing.share(app.id(), district.key(), Share.of(schools)))
        .isInstanceOf(SharingRefused.class)
        .hasMessageContaining("no school Z.");
    var refused = new TreeSet<>(Set.of(SharedField.STUDENT_DOB));
    assertThatThrownBy(() ->
            sharing.share(
                app.id(),
                district.key(),
                new Share(new Selection.WholeDistrict(), false, List.of(), refused)))
        .isInstanceOf(SharingRefused.class)
        .hasMessageContaining("student.dob");
    assertThatThrownBy(
            () -> sharing.share(app.id(), new DistrictKey("nowhere"), Share.wholeDistrict()))
        .isInstanceOf(SharingRefused.class);
    assertThat(sharing.shareOf(app.id(), district.key())).isEmpty();
    assertThat(sharing.tokens(app.id())).isEmpty();
  }

  @Test
  void a_share_of_more_reasons_than_a_person_names_is_refused() {
    district.publish(oneClassOf(1));
    App app = district.app();
    Sharing sharing = district.sharing();
    // Schools, rules and exceptions count together.
    var school = new Selection.Schools(new TreeSet<>(Set.of(new SchoolId("A"))));
    var rules = Collections.nCopies(20_000, RuleText.parse("student.sis_id is s1"));
    assertThatThrownBy(() ->
            sharing.share(
                app.id(), district.key(), new Share(school, false, rules, new TreeSet<>())))
        .isInstanceOf(SharingRefused.class)
        .hasMessageContaining("names 20001 schools, sections and rules; at most 20000 are taken");
    assertThat(sharing.shareOf(app.id(), district.key())).isEmpty();
  }

  @Test
  void H6_a_preview_says_what_would_come_and_go_and_changes_nothing() {
    district.publish(oneClassOf(3));
    App app = district.app();
    Sharing sharing = district.sharing();
    district.share(app, Share.wholeDistrict());
    long before = district.lastEvent();
    var rule = RuleText.parse("student.sis_id is none of s1, s2");
    var share = Share.of(new Selection.ByRules(List.of(rule)));
    SharePreview preview = sharing.preview(app.id(), district.key(), share);
    assertThat(preview.counts())
        .containsEntry("students", new SharePreview.Counts(3, 0, 2))
        .containsEntry("sections", new SharePreview.Counts(1, 0, 1))
        .containsEntry("schools", new SharePreview.Counts(1, 0, 0));
    assertThat(preview.examples())
        .contains(new SharePreview.Example("students", "Stu Dent s1", "s1", false, "all"));
    assertThat(district.lastEvent()).isEqualTo(before);
    assertThat(sharing.shareOf(app.id(), district.key())).contains(Share.wholeDistrict());
    district.share(app, share);
    assertThat(district.told(app, before)).hasSize(6).allMatch(e -> e.startsWith("deleted"));
    var student = district.object(app, "student s3");
    assertThat(sharing.why(app.id(), district.key(), id(student)))
        .contains("student.sis_id is none of s1, s2");
    assertThat(sharing.why(app.id(), district.key(), id(district.object(app, "school A"))))
        .contains("student.sis_id is none of s1, s2");
  }

  private static RecordId id(tools.jackson.databind.node.ObjectNode object) {
    return new RecordId(Long.parseLong(object.get("id").stringValue(), 16));
  }

  @Test
  void H6_a_refused_field_leaves_as_an_update_and_is_no_news_afterwards() {
    district.publish(oneClassOf(1));
    App app = district.app(SharedField.STUDENT_EMAIL);
    district.share(app, Share.wholeDistrict());
    long before = district.lastEvent();
    var refused = new TreeSet<>(Set.of(SharedField.STUDENT_EMAIL));
    district.share(app, new Share(new Selection.WholeDistrict(), false, List.of(), refused));
    assertThat(district.told(app, before)).containsExactly("updated student s1");
    assertThat(district.eventsAfter(app, before).getFirst().previous().toString())
        .isEqualTo("{\"email\":\"s1@students.example\"}");
    assertThat(district.object(app, "student s1").has("email")).isFalse();
    // Teachers' e-mails are no student's field.
    assertThat(district.object(app, "adult t1").has("email")).isTrue();
  }
}
