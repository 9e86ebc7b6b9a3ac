package org.rollbook.learn.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import org.rollbook.learn.assignments.AssignmentsConfiguration;
import org.rollbook.learn.classes.ClassAccess;
import org.rollbook.learn.classes.ClassLists;
import org.rollbook.learn.classes.Classes;
import org.rollbook.learn.classroom.ClassroomConfiguration;
import org.rollbook.learn.classroom.ClassroomSettings;
import org.rollbook.learn.clever.Clever;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.importing.Cause;
import org.rollbook.learn.importing.Importing;
import org.rollbook.learn.mastery.MasteryConfiguration;
import org.rollbook.learn.pages.PagesConfiguration;
import org.rollbook.learn.people.People;
import org.rollbook.learn.signin.AfterSignIn;
import org.rollbook.learn.signin.SignInConfiguration;
import org.rollbook.learn.signin.SignInSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the app is made of: each capability brings its own, and here they are joined. */
@Configuration(proxyBeanMethods = false)
@Import({
  HealthController.class,
  PagesConfiguration.class,
  SignInConfiguration.class,
  MasteryConfiguration.class,
  AssignmentsConfiguration.class,
  ClassroomConfiguration.class
})
class LearnConfiguration {
  @Bean
  People people(LearnDatabase database) {
    return new People(database);
  }

  @Bean
  InstantSource clock(LearnSettings settings) {
    return settings.clock();
  }

  @Bean
  Classes classes(LearnDatabase database) {
    return new Classes(database, new SecureRandom());
  }

  @Bean
  ClassLists classLists(LearnDatabase database) {
    return new ClassLists(database);
  }

  @Bean
  ClassAccess classAccess(Classes classes, ClassLists lists) {
    return new ClassAccess(classes, lists);
  }

  @Bean(destroyMethod = "close")
  Clever clever(LearnSettings settings) {
    return new Clever(settings.clever(), settings.clock());
  }

  @Bean
  SignInSettings signInSettings(LearnSettings settings) {
    return new SignInSettings(settings.publicUrl(), settings.supportContact(), settings.clock());
  }

  @Bean
  ClassroomSettings classroomSettings(LearnSettings settings) {
    return new ClassroomSettings(settings.clock(), ZoneId.systemDefault());
  }

  @Bean(destroyMethod = "close")
  Importing importing(LearnDatabase database, Clever clever, LearnSettings settings) {
    return new Importing(database, clever::district, settings.supportContact(), settings.clock());
  }

  /** Whoever has imported is brought up to date behind their back (L4): a page does not wait. */
  @Bean
  AfterSignIn afterSignIn(Importing importing) {
    return person -> {
      var _ = importing.start(person, Cause.LOGIN);
    };
  }
}
