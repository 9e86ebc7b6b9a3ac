package org.rollbook.sources.generator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Clever's columns of sections. */
final class CleverClasses {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

  private final Export export;
  private final Directory directory;

  CleverClasses(Export export) {
    this.export = export;
    this.directory = export.district().directory();
  }

  static String date(LocalDate date) {
    return DATE.format(date);
  }

  Columns<GeneratedSection> sections() {
    var columns =
        new Columns<GeneratedSection>()
            .and("School_id", section -> school(section).id())
            .and("Section_id", export::sectionId);
    if (!export.is(RequestedEvent.Kind.MISSING_COLUMN)) {
      columns.and("Teacher_id", section -> teacher(section.teacher()));
    }
    return term(
        course(
            columns
                .and("Teacher_2_id", section -> coTeacher(section, 0))
                .and("Teacher_3_id", section -> coTeacher(section, 1))));
  }

  private Columns<GeneratedSection> course(Columns<GeneratedSection> columns) {
    return columns
        .and("Name", directory::name)
        .and("Section_number", this::sectionNumber)
        .and("Grade", section -> Level.gradeName(section.offer().grade()))
        .and("Course_name", section -> section.offer().course().name())
        .and("Course_number", section -> section.offer().course().number())
        .and("Period", CleverClasses::period)
        .and("Subject", section -> section.offer().course().subject());
  }

  private static Columns<GeneratedSection> term(Columns<GeneratedSection> columns) {
    return columns
        .and("Term_name", section -> section.offer().term().name())
        .and("Term_start", section -> date(section.offer().term().start()))
        .and("Term_end", section -> date(section.offer().term().end()));
  }

  private GeneratedSchool school(GeneratedSection section) {
    return export.district().ground().schools().get(section.offer().school());
  }

  private String teacher(int number) {
    return directory.teachers().get(number).id();
  }

  private String coTeacher(GeneratedSection section, int place) {
    return place < section.coTeachers().size() ? teacher(section.coTeachers().get(place)) : "";
  }

  private String sectionNumber(GeneratedSection section) {
    return section.offer().course().number() + "-" + section.offer().group();
  }

  private static String period(GeneratedSection section) {
    int period = section.offer().period();
    return period == 0 ? "" : Integer.toString(period);
  }
}
