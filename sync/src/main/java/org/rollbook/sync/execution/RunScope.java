package org.rollbook.sync.execution;

import java.util.List;
import org.rollbook.core.roster.RecordId;

/**
 * Which part of a held plan a person approved (R2): all of it, or only what concerns some schools
 * or classes.
 *
 * @param schools approved schools
 * @param sections approved classes
 */
public record RunScope(List<RecordId> schools, List<RecordId> sections) {
  /** The whole plan. */
  public static final RunScope WHOLE = new RunScope(List.of(), List.of());

  public RunScope {
    schools = List.copyOf(schools);
    sections = List.copyOf(sections);
  }

  boolean whole() {
    return schools.isEmpty() && sections.isEmpty();
  }

  Long[] schoolNumbers() {
    return schools.stream().map(RecordId::number).toArray(Long[]::new);
  }

  Long[] sectionNumbers() {
    return sections.stream().map(RecordId::number).toArray(Long[]::new);
  }
}
