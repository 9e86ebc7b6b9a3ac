package org.rollbook.learn.server;

import org.rollbook.learn.clever.Clever;
import org.rollbook.learn.database.LearnDatabase;
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
@Import({PagesConfiguration.class, SignInConfiguration.class})
class LearnConfiguration {
  @Bean
  People people(LearnDatabase database) {
    return new People(database);
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
  AfterSignIn afterSignIn() {
    return person -> {};
  }
}
