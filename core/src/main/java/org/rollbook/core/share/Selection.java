package org.rollbook.core.share;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rollbook.core.roster.SchoolId;
import org.rollbook.core.roster.SectionId;

/**
 * What a district chooses to share; the kinds exclude each other, as Clever's do. A shared section
 * brings its teachers and students, whoever is shared brings their schools, a shared student the
 * contacts.
 */
public sealed interface Selection {
  /** Every school, section, teacher and student, of today and of later. */
  record WholeDistrict() implements Selection {}

  /** Whole schools: their sections, and the teachers and students who are at them. */
  record Schools(SortedSet<SchoolId> schools) implements Selection {
    public Schools {
      schools = Collections.unmodifiableSortedSet(new TreeSet<>(schools));
    }
  }

  /** These sections and no others; a new section joins only when it is named. */
  record Sections(SortedSet<SectionId> sections) implements Selection {
    public Sections {
      sections = Collections.unmodifiableSortedSet(new TreeSet<>(sections));
    }
  }

  /** Whatever one of the rules names, of today and of later. */
  record ByRules(List<Rule> rules) implements Selection {
    public ByRules {
      rules = List.copyOf(rules);
      if (rules.isEmpty()) {
        throw new IllegalArgumentException("a share by rules has no rule");
      }
    }
  }
}
