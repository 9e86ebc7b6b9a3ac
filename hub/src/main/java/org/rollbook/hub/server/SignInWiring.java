package org.rollbook.hub.server;

import jakarta.servlet.Filter;
import org.rollbook.hub.signin.SignInConfiguration;
import org.rollbook.hub.signin.SignInPages;
import org.rollbook.hub.signin.SignInPaths;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Signing in, for a server that has a registry to sign people in from. */
@Configuration(proxyBeanMethods = false)
@Import(SignInConfiguration.class)
class SignInWiring {
  @Bean
  SignInPages signInPages(Version version) {
    return new SignInPages(version.text());
  }

  /** Spring Security sees what is its business; health, figures and status stay as they are. */
  @Bean
  FilterRegistrationBean<Filter> signInFilters(
      @Qualifier("springSecurityFilterChain") Filter springSecurity) {
    var filters = new FilterRegistrationBean<>(springSecurity);
    filters.setUrlPatterns(SignInPaths.patterns());
    return filters;
  }
}
