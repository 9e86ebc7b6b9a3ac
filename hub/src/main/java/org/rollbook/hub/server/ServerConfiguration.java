package org.rollbook.hub.server;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the server answers to machines and people who look after it. */
@Configuration(proxyBeanMethods = false)
@Import({
  HealthController.class,
  MetricsController.class,
  StatusController.class,
  AssetController.class,
  ErrorPages.class
})
class ServerConfiguration {
  @Bean(destroyMethod = "close")
  CarefulStatus carefulStatus(StatusSource source) {
    return new CarefulStatus(source, Duration.ofSeconds(3), Duration.ofSeconds(10));
  }

  @Bean
  Version version() {
    return Version.ofThisBuild();
  }

  @Bean
  Pages pages(ServerSettings settings, Version version) {
    return new Pages(settings.command(), version, new Wording(ZoneId.systemDefault()));
  }
}
