package org.rollbook.learn.mastery;

import java.time.InstantSource;
import org.rollbook.learn.classes.ClassAccess;
import org.rollbook.learn.database.LearnDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Mastery as part of the server. */
@Configuration(proxyBeanMethods = false)
@Import(MasteryController.class)
public class MasteryConfiguration {
  @Bean
  Skills skills(LearnDatabase database) {
    return new Skills(database);
  }

  @Bean
  Mastery mastery(LearnDatabase database, InstantSource clock) {
    return new Mastery(database, clock);
  }

  @Bean
  MasteryGrids masteryGrids(Skills skills, Mastery mastery, SkillsInUse inUse, ClassAccess access) {
    return new MasteryGrids(skills, mastery, inUse, access);
  }
}
