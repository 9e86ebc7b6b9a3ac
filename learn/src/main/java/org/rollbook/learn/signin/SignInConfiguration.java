package org.rollbook.learn.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.rollbook.learn.clever.Clever;
import org.rollbook.learn.database.LearnDatabase;
import org.rollbook.learn.pages.Pages;
import org.rollbook.learn.people.People;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;

/** Signing in as part of the server. It wants {@link SignInSettings} and an {@link AfterSignIn}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@Import({WebSessions.class, SignInSecurity.class, SignInController.class, CallbackController.class})
public class SignInConfiguration {
  @Bean
  FilterRegistrationBean<Filter> signInFilters(
      @Qualifier("springSecurityFilterChain") Filter springSecurity) {
    var filters = new FilterRegistrationBean<>(springSecurity);
    filters.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    return filters;
  }

  @Bean
  Secrets signInSecrets() {
    return new Secrets();
  }

  @Bean
  Departures departures(LearnDatabase database, Secrets secrets, SignInSettings settings) {
    return new Departures(database, secrets, settings.clock());
  }

  @Bean
  BrowserCookie browserCookie(SignInSettings settings, Secrets secrets) {
    return new BrowserCookie(settings, secrets);
  }

  @Bean
  Leaving leaving(
      Clever clever, Departures departures, BrowserCookie browsers, SignInSettings settings) {
    return new Leaving(clever, departures, browsers, settings);
  }

  @Bean
  Arrivals arrivals(Clever clever, People people, SignInSettings settings) {
    return new Arrivals(clever, people, settings.callback());
  }

  @Bean
  SignInAudit signInAudit(LearnDatabase database, SignInSettings settings) {
    return new SignInAudit(database, settings.clock());
  }

  @Bean
  Sessions sessions(People people, SignInSettings settings) {
    return new Sessions(people, settings.clock());
  }

  @Bean(destroyMethod = "close")
  Entrance entrance(
      Sessions sessions,
      People people,
      SignInAudit audit,
      AfterSignIn after,
      SignInSettings settings) {
    return new Entrance(sessions, people, audit, after, settings.clock());
  }

  @Bean
  SignInPages signInPages(Pages pages, SignInSettings settings) {
    return new SignInPages(pages, settings.supportContact());
  }

  @Bean(destroyMethod = "close")
  Housekeeping signInHousekeeping(Departures departures, SignInAudit audit) {
    return new Housekeeping(departures, audit);
  }
}
