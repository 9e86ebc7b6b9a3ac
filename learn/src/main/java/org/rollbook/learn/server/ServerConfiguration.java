package org.rollbook.learn.server;

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
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.Ordered;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The server itself: its port, its threads, what it says of itself. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@Import(HealthController.class)
class ServerConfiguration {
  /** A stream of events ends no sooner than its run: it is not waited for. */
  private static final int SECONDS_TO_FINISH = 5;

  @Bean
  TomcatServletWebServerFactory tomcat(LearnSettings settings) {
    var tomcat = new TomcatServletWebServerFactory(settings.port());
    tomcat.setAddress(settings.address());
    tomcat.setShutdown(Shutdown.GRACEFUL);
    tomcat.addProtocolHandlerCustomizers(
        handler -> handler.setExecutor(new VirtualThreadExecutor("learn-request-")));
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

  @Bean(AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME)
  DefaultLifecycleProcessor lifecycle() {
    var lifecycle = new DefaultLifecycleProcessor();
    lifecycle.setTimeoutPerShutdownPhase(SECONDS_TO_FINISH * 1_000L);
    return lifecycle;
  }

  @Bean
  ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
    return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
  }

  @Bean
  FilterRegistrationBean<SecurityHeaders> securityHeaders(LearnSettings settings) {
    var headers = new FilterRegistrationBean<>(new SecurityHeaders(settings.publicUrl()));
    // Before all others: what they answer carries the headers, too.
    headers.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return headers;
  }
}
