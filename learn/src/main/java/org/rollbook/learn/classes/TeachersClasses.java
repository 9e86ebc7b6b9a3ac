package org.rollbook.learn.classes;

import java.util.List;

/**
 * A teacher's classes, each list by name.
 *
 * @param byHand in use, made by hand
 * @param synced in use, kept in step with Clever
 * @param archived put away, of both kinds
 */
public record TeachersClasses(List<Listed> byHand, List<Listed> synced, List<Listed> archived) {
  public TeachersClasses {
    byHand = List.copyOf(byHand);
    synced = List.copyOf(synced);
    archived = List.copyOf(archived);
  }

  /**
   * @param students how many are in it now
   * @param teachers names of those who teach it now, the primary teacher first
   */
  public record Listed(LearningClass learningClass, int students, List<String> teachers) {
    public Listed {
      teachers = List.copyOf(teachers);
    }
  }
}
