package org.rollbook.hub.clever;

import java.time.Duration;
import java.util.List;
import org.rollbook.registry.events.EventHistory;
import org.rollbook.registry.reading.AccessLog;
import org.rollbook.registry.reading.CallLimit;
import org.rollbook.registry.reading.SharedEvents;
import org.rollbook.registry.reading.SharedRecords;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Everything that the API is made of, for a server that has a {@link DataApi}. */
@Configuration(proxyBeanMethods = false)
@Import({
  ApiErrors.class,
  DistrictController.class,
  SchoolController.class,
  TermController.class,
  CourseController.class,
  SectionController.class,
  UserController.class,
  EventController.class,
  MeController.class,
  OtherPathsController.class
})
public class CleverConfiguration implements WebMvcConfigurer {
  /** How long what a killed import left unpublished stays so. */
  private static final Duration BETWEEN_PUBLICATIONS = Duration.ofSeconds(5);

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ApiCallResolver());
  }

  @Bean
  CallLimit callLimit(DataApi api) {
    return new CallLimit(api.database().jdbc(), CallLimit.CALLS_PER_MINUTE, api.clock());
  }

  @Bean
  FilterRegistrationBean<ApiGate> apiGate(DataApi api, CallLimit limit) {
    var callers = new Callers(api.sharing(), api.userTokens());
    var gate = new FilterRegistrationBean<>(new ApiGate(callers, limit, api.clock()));
    gate.addUrlPatterns("/v3.0/*", "/v3.1/*");
    return gate;
  }

  @Bean
  AccessLog accessLog(DataApi api) {
    return new AccessLog(api.database().jdbc(), api.clock());
  }

  @Bean
  Answers answers(DataApi api, AccessLog log) {
    return new Answers(new SharedRecords(api.database().dataSource()), log);
  }

  @Bean
  SharedEvents sharedEvents(DataApi api) {
    return new SharedEvents(api.database().dataSource());
  }

  @Bean
  TokensController tokensController(DataApi api) {
    return new TokensController(api.apps(), api.sharing());
  }

  @Bean(destroyMethod = "close")
  Publishing publishing(DataApi api, CallLimit limit, AccessLog log) {
    var history = new EventHistory(api.database(), api.clock());
    return new Publishing(api.publication(), history, limit, log, BETWEEN_PUBLICATIONS);
  }
}
