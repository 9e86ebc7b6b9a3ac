package org.rollbook.hub.server;

import java.time.Duration;
import java.time.ZoneId;
import org.apache.catalina.Context;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** Everything that the server is made of. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import({
  HealthController.class,
  MetricsController.class,
  StatusController.class,
  AssetController.class,
  ErrorPages.class
})
class ServerConfiguration {
  @Bean
  TomcatServletWebServerFactory tomcat(ServerSettings settings) {
    var tomcat = new TomcatServletWebServerFactory(settings.port());
    tomcat.setAddress(settings.address());
    tomcat.setShutdown(Shutdown.GRACEFUL);
    tomcat.addProtocolHandlerCustomizers(
        handler -> handler.setExecutor(new VirtualThreadExecutor("request-")));
    tomcat.addContextCustomizers(ServerConfiguration::keepToItself);
    return tomcat;
  }

  /** What no page of ours answers, Tomcat answers without telling what went wrong inside. */
  private static void keepToItself(Context context) {
    var valve = new ErrorReportValve();
    valve.setShowReport(false);
    valve.setShowServerInfo(false);
    context.getParent().getPipeline().addValve(valve);
  }

  @Bean
  ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
    return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
  }

  @Bean
  FilterRegistrationBean<SecurityHeaders> securityHeaders() {
    var headers = new FilterRegistrationBean<>(new SecurityHeaders());
    // Before all others: what they answer carries the headers, too.
    headers.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return headers;
  }

  /** Where no proxy is trusted, a request is as it came. */
  @Bean
  FilterRegistrationBean<CallersAddress> callersAddress(ServerSettings settings) {
    var callers = new FilterRegistrationBean<>(new CallersAddress(settings.proxies()));
    callers.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    callers.setEnabled(!settings.proxies().networks().isEmpty());
    return callers;
  }

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
