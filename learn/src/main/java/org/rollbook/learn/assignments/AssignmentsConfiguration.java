package org.rollbook.learn.assignments;

import java.time.InstantSource;
import java.time.ZoneId;
import org.rollbook.learn.classes.ClassAccess;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.mastery.Mastery;
import org.rollbook.learn.pages.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Assignments as part of the server. */
@Configuration(proxyBeanMethods = false)
@Import({
  AuthoringController.class,
  DeletionController.class,
  AssignmentController.class,
  AnswerController.class,
  GradebookController.class
})
public class AssignmentsConfiguration {
  @Bean
  Assignments assignments(LearnDatabase database, InstantSource clock) {
    return new Assignments(database, clock, ZoneId.systemDefault());
  }

  @Bean
  Authoring authoring(LearnDatabase database, InstantSource clock) {
    return new Authoring(database, clock);
  }

  @Bean
  Deletion deletion(LearnDatabase database) {
    return new Deletion(database);
  }

  @Bean
  Answering answering(
      LearnDatabase database, ClassAccess access, Mastery mastery, InstantSource clock) {
    return new Answering(database, access, mastery, clock);
  }

  @Bean
  Gradebooks gradebooks(LearnDatabase database, ClassAccess access) {
    return new Gradebooks(database, access);
  }

  @Bean
  GradebookCsv gradebookCsv() {
    return new GradebookCsv(ZoneId.systemDefault());
  }

  @Bean
  Visits visits(LearnDatabase database, ClassAccess access) {
    return new Visits(database, access);
  }

  @Bean
  AssignmentPages assignmentPages(Pages pages) {
    return new AssignmentPages(pages);
  }
}
