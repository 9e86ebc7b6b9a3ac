package org.rollbook.learn.signin;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.rollbook.learn.database.LearnDatabase;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Sessions in the database: any process knows them, and a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
class WebSessions {
  private static final String TABLE = "web_session";

  /** Before Spring Security's filter, which reads the session. */
  private static final int ORDER = SessionRepositoryFilter.DEFAULT_ORDER;

  @Bean
  JdbcIndexedSessionRepository sessionRepository(LearnDatabase database) {
    var repository =
        new JdbcIndexedSessionRepository(
            new JdbcTemplate(database.dataSource()), database.transaction());
    repository.setTableName(TABLE);
    repository.setDefaultMaxInactiveInterval(Sessions.LONGEST);
    new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(repository);
    return repository;
  }

  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<? extends Session>> sessionFilter(
      JdbcIndexedSessionRepository repository, SignInSettings settings) {
    var ids = new CookieHttpSessionIdResolver();
    ids.setCookieSerializer(cookie(settings));
    var filter = new SessionRepositoryFilter<>(repository);
    filter.setHttpSessionIdResolver(ids);
    var registration =
        new FilterRegistrationBean<SessionRepositoryFilter<? extends Session>>(filter);
    registration.setOrder(ORDER);
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    return registration;
  }

  /** Out of scripts' reach, and not sent along with what other sites send. */
  private static DefaultCookieSerializer cookie(SignInSettings settings) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(settings.cookie("learn-session"));
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(settings.https());
    cookie.setSameSite("Lax");
    return cookie;
  }
}
