package org.rollbook.web;

import org.apache.catalina.Context;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.Ordered;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The server itself: its port, its threads, its end, what it says of itself. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class WebConfiguration {
  @Bean
  TomcatServletWebServerFactory tomcat(Listening listening, Serving serving) {
    var tomcat = new TomcatServletWebServerFactory(listening.port());
    tomcat.setAddress(listening.address());
    tomcat.setShutdown(Shutdown.GRACEFUL);
    tomcat.addProtocolHandlerCustomizers(
        handler -> handler.setExecutor(new VirtualThreadExecutor(serving.threads())));
    tomcat.addContextCustomizers(WebConfiguration::keepToItself);
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
  DefaultLifecycleProcessor lifecycle(Serving serving) {
    var lifecycle = new DefaultLifecycleProcessor();
    lifecycle.setTimeoutPerShutdownPhase(serving.toFinish().toMillis());
    return lifecycle;
  }

  @Bean
  ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
    return new ServletRegistrationBean<>(new DispatcherServlet(context), "/");
  }

  @Bean
  FilterRegistrationBean<SecurityHeaders> securityHeaders(Serving serving) {
    var headers = new FilterRegistrationBean<>(serving.headers());
    // Before all others: what they answer carries the headers, too.
    headers.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return headers;
  }

  /** Where no proxy is trusted, a request is as it came. */
  @Bean
  FilterRegistrationBean<CallersAddress> callersAddress(Listening listening) {
    var callers = new FilterRegistrationBean<>(new CallersAddress(listening.proxies()));
    callers.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    callers.setEnabled(!listening.proxies().networks().isEmpty());
    return callers;
  }
}
