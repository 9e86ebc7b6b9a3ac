package org.rollbook.learn.classroom;

import java.security.SecureRandom;
import org.rollbook.learn.assignments.Assignments;
import org.rollbook.learn.classes.ClassLists;
import org.rollbook.learn.classes.SeatsByHand;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.importing.Importing;
import org.rollbook.learn.pages.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The Classes tab and the page of one class, as part of the server. */
@Configuration(proxyBeanMethods = false)
@Import({
  ClassesController.class,
  ClassController.class,
  ImportController.class,
  RunEventsController.class,
  NewsController.class
})
public class ClassroomConfiguration {
  @Bean
  ClassroomPages classroomPages(Pages pages, ClassroomSettings settings) {
    return new ClassroomPages(pages, new Wording(settings.clock(), settings.zone()));
  }

  @Bean
  ClassesPages classesPages(ClassLists lists, Importing importing, Assignments assignments) {
    return new ClassesPages(lists, new CleverAreas(importing), assignments);
  }

  @Bean
  ClassPage classPage(ClassLists lists, Importing importing, Assignments assignments) {
    return new ClassPage(lists, importing, assignments);
  }

  @Bean
  Watchers watchers() {
    return new Watchers(Watchers.IN_ALL, Watchers.EACH);
  }

  @Bean
  SeatsByHand seatsByHand(LearnDatabase database) {
    return new SeatsByHand(database, new SecureRandom());
  }
}
