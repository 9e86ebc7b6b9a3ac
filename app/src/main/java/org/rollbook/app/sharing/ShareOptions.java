package org.rollbook.app.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.rollbook.app.console.UsageError;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;
import org.rollbook.core.share.Rule;
import org.rollbook.core.share.RuleText;
import org.rollbook.core.share.Selection;
import org.rollbook.core.share.Share;
import picocli.CommandLine.Option;

/** What is shared, as it is typed. */
final class ShareOptions {
  @Option(
      names = "--all",
      description = "The whole district, of today and of later; not its staff.")
  private boolean all;

  @Option(
      names = "--schools",
      paramLabel = "A,B",
      split = ",",
      description = "Whole schools, by their ids in the SIS.")
  private List<String> schools = List.of();

  @Option(
      names = "--sections",
      paramLabel = "X,Y",
      split = ",",
      description = "These sections and no others, by their ids in the SIS.")
  private List<String> sections = List.of();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = {
        "What fulfils a rule; repeatable: \"section.subject is Math and section.grade in 3..6\",",
        "\"student.school is any of Lincoln, Oak\", \"teacher.email contains @lincoln.\"."
      })
  private List<String> rules = List.of();

  @Option(names = "--staff", description = "All staff too.")
  private boolean staff;

  @Option(
      names = "--except",
      paramLabel = "RULE",
      description = "Leaves out what fulfils a rule, whatever else brings it; repeatable.")
  private List<String> exceptions = List.of();

  @Option(
      names = "--refuse",
      paramLabel = "FIELD",
      split = ",",
      description = "Optional fields that the app is not sent, such as student.dob.")
  private List<String> refused = List.of();

  /** The share that was typed. */
  Share share() {
    return new Share(
        selection(),
        staff,
        exceptions.stream().map(ShareOptions::rule).toList(),
        FieldWords.fields(refused));
  }

  private Selection selection() {
    var wanted = new ArrayList<Selection>();
    if (all) {
      wanted.add(new Selection.WholeDistrict());
    }
    if (!schools.isEmpty()) {
      wanted.add(
          new Selection.Schools(new TreeSet<>(schools.stream().map(SchoolId::new).toList())));
    }
    if (!sections.isEmpty()) {
      wanted.add(
          new Selection.Sections(new TreeSet<>(sections.stream().map(SectionId::new).toList())));
    }
    if (!rules.isEmpty()) {
      wanted.add(new Selection.ByRules(rules.stream().map(ShareOptions::rule).toList()));
    }
    if (wanted.size() != 1) {
      throw new UsageError(
          "Say what is shared by one of --all, --schools, --sections and --rule; they exclude each"
              + " other.");
    }
    return wanted.getFirst();
  }

  private static Rule rule(String text) {
    return RuleText.parse(text);
  }
}
