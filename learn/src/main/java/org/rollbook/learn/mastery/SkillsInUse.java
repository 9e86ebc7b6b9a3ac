package org.rollbook.learn.mastery;

import java.util.Set;
import org.rollbook.learn.classes.ClassId;

/** Which skills a class works on: whoever keeps the class's assignments knows. */
@FunctionalInterface
public interface SkillsInUse {
  /** The skills that the class's published assignments ask about. */
  Set<SkillId> in(ClassId id);
}
