package org.rollbook.learn.pages;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all pages have in common, as part of the server. */
@Configuration(proxyBeanMethods = false)
@Import({AssetController.class, ErrorPages.class})
public class PagesConfiguration implements WebMvcConfigurer {
  @Bean
  Pages pages() {
    return new Pages();
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ViewerArguments());
  }
}
