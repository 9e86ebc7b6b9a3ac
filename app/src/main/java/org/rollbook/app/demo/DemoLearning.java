package org.rollbook.app.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollbook.app.console.Console;
import org.rollbook.app.console.Table;
import org.rollbook.app.console.Words;
import org.rollbook.app.schoolday.Cast;
import org.rollbook.app.schoolday.SchoolDayButton;
import org.rollbook.app.schoolday.SchoolDayNote;
import org.rollbook.app.schoolday.SisFiles.Somebody;
import org.rollbook.app.serving.LearningApp;
import org.rollbook.hub.node.Node;
import org.rollbook.hub.signin.Invitations;
import org.rollbook.registry.people.People;
import org.rollbook.registry.people.PublishedDistrict;
import org.rollbook.registry.sharing.AppId;

/** The learning app's part of the story: who may use it, and what there is to try. */
final class DemoLearning {
  /** Everything is invented and on this machine only. */
  static final String PASSWORD = "rollbook demo";

  private final Console console;
  private final Node node;
  private final LearningApp learn;
  private final AppId app;
  private final int hubPort;
  private Optional<DemoSchool> opened = Optional.empty();

  DemoLearning(Console console, Node node, LearningApp learn, int hubPort) {
    this.console = console;
    this.node = node;
    this.learn = learn;
    this.app = learn.own().orElseThrow().id();
    this.hubPort = hubPort;
  }

  /** Shares the district with the app, and gives two people a password. */
  void open(DemoSchool school) {
    console.line("  The district shares its roster with the learning app, which knows Rollbook");
    console.line("  only as Clever: its sign-in, its Data API, its Events.");
    console.aside("  working out what the app may see …");
    console.line("  %s", school.share(app, false).getLast());
    invite(school.cast().teacher());
    invite(school.cast().student());
    opened = Optional.of(school);
  }

  /** A letter from the school, opened and obeyed. */
  private void invite(Somebody somebody) {
    var people = new People(node.database().dataSource());
    PublishedDistrict district = people.district(DemoDistrict.KEY).orElseThrow();
    var person = people.withEmail(district.number(), somebody.email()).getFirst();
    Invitations invitations = node.signIn(hubPort).invitations();
    var code = invitations.invite(DemoDistrict.KEY, person.id()).code();
    invitations.redeem(code, PASSWORD);
  }

  private DemoSchool school() {
    return opened.orElseThrow(() -> new IllegalStateException("the school is not open yet"));
  }

  Cast cast() {
    return school().cast();
  }

  /** What the teacher would do first, for a demo that nobody stays for. */
  void importOnce() throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (var teacher = new DemoTeacher(learn.url())) {
      teacher.signIn(cast().teacher().email(), PASSWORD);
      var result = teacher.importClasses();
      Wrapped.print(
          console,
          "  ",
          "%s signs in with Clever and imports: %s, in %s."
              .formatted(
                  cast().teacher().name(),
                  result,
                  Words.time(Duration.ofNanos(System.nanoTime() - start))));
    }
  }

  /** Who signs in where. */
  void tellSignIns() {
    console.gap();
    console.line("The learning app is at %s. Sign in there with Clever, as", learn.url());
    new Table("", "e-mail", "password")
        .row("teacher", cast().teacher().email(), PASSWORD)
        .row("student", cast().student().email(), PASSWORD)
        .print(console, "  ");
  }

  /** What to do with all that. */
  void tellWalk(int schoolDayPort) {
    console.gap();
    console.line("To walk through it:");
    step(1, "Sign in as %s and press Import & Sync with Clever.", cast().teacher().name());
    step(2, "Make an assignment in '%s'.", cast().from().name());
    step(3, "In a private window sign in as %s, and answer it.", cast().student().name());
    step(4, "Let something happen at http://localhost:%d (the school day).", schoolDayPort);
    step(5, "Back in the learning app press Sync with Clever, and see it.");
  }

  @SuppressWarnings("AnnotateFormatMethod") // Error Prone's annotations are no library of ours.
  private void step(int number, String says, Object... values) {
    Wrapped.print(console, "  " + number + ". ", says.formatted(values));
  }

  /** What can happen at the schools. */
  List<SchoolDayButton> buttons() {
    var school = school();
    return List.of(
        new SchoolDayButton(
            () -> school.moved() ? "The student moves back" : "A student moves to another class",
            () -> whereTo(school),
            () -> told(school.moveStudent())),
        new SchoolDayButton(
            () -> school.unshared() ? "The section is shared again" : "A section is un-shared",
            () ->
                "'%s' %s the learning app, for all its teachers and students."
                    .formatted(
                        cast().shared().name(),
                        school.unshared() ? "comes back to" : "disappears from"),
            () -> told(school.share(app, !school.unshared()))),
        new SchoolDayButton(
            () -> "Play a whole school day",
            () -> "Students arrive, move and leave, teachers are replaced, a section is opened.",
            () -> told(school.nextDay())));
  }

  private String whereTo(DemoSchool school) {
    var from = school.moved() ? cast().to() : cast().from();
    var to = school.moved() ? cast().from() : cast().to();
    return "%s goes from '%s' to '%s'.".formatted(cast().student().name(), from.name(), to.name());
  }

  private List<String> told(List<String> says) {
    var all = new ArrayList<>(says);
    all.add(
        "Next: press Sync with Clever as %s at %s/classes."
            .formatted(cast().teacher().name(), learn.url()));
    return all;
  }

  /** The same for the page with the buttons. */
  List<SchoolDayNote> notes() {
    return List.of(
        new SchoolDayNote("Learning app", Optional.of(learn.url().toString()), ""),
        note("Teacher", cast().teacher()),
        note("Student", cast().student()),
        new SchoolDayNote(
            "Classes",
            Optional.empty(),
            "%s of the teacher's, %s taught together with others."
                .formatted(
                    Words.number(cast().classes().size()),
                    Words.number(
                        cast().classes().stream()
                            .filter(one -> one.teachers().size() > 1)
                            .count()))));
  }

  private static SchoolDayNote note(String role, Somebody somebody) {
    return new SchoolDayNote(
        role,
        Optional.empty(),
        "%s, %s, password: %s".formatted(somebody.name(), somebody.email(), PASSWORD));
  }
}
