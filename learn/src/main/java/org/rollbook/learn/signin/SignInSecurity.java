package org.rollbook.learn.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.rollbook.learn.pages.Pages;
import org.rollbook.learn.pages.Problem;
import org.rollbook.learn.pages.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.util.UriComponentsBuilder;

/** The chain of filters that every request passes. */
@Configuration(proxyBeanMethods = false)
class SignInSecurity {
  private static final Problem OLD_FORM =
      Problem.of(
          "The form is too old",
          "It was opened before, in another window perhaps, or cookies are switched off. Nothing"
              + " was changed. Go back, load the page again and repeat what you did.");

  @Bean
  SecurityFilterChain signInChain(HttpSecurity http, Sessions sessions, Pages pages)
      throws Exception {
    return http
        // Who is signed in stands in our own words in the session; nothing of Spring's does, but
        // the forms' token.
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(csrf -> csrf.csrfTokenRepository(new HttpSessionCsrfTokenRepository()))
        // The server's own filter sends the others; here: nothing is kept by browsers.
        .headers(headers -> headers.defaultsDisabled().cacheControl(Customizer.withDefaults()))
        .addFilterAfter(new SessionFilter(sessions), SecurityContextHolderFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(
                    "/", SignInPaths.SIGN_IN, SignInPaths.SIGN_IN + "/**", "/assets/**")
                .permitAll()
                .requestMatchers("/favicon.ico", "/health", "/error")
                .permitAll()
                .anyRequest()
                .authenticated())
        .exceptionHandling(trouble ->
            trouble
                .authenticationEntryPoint(
                    (request, response, nobody) -> toSignIn(request, response))
                .accessDeniedHandler(
                    (request, response, denied) -> denied(request, response, pages)))
        .build();
  }

  /** Somebody whose session has ended meanwhile signs in; a form that is not ours is refused. */
  private static void denied(HttpServletRequest request, HttpServletResponse response, Pages pages)
      throws IOException {
    if (SignedIn.now().isEmpty()) {
      toSignIn(request, response);
      return;
    }
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(pages.problem(OLD_FORM));
  }

  /** Whoever wanted to read something goes on to it afterwards. */
  private static void toSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var address = UriComponentsBuilder.fromPath(SignInPaths.SIGN_IN);
    if (request.getMethod().equals(HttpMethod.GET.name())) {
      address.queryParam("to", "{to}");
      String query = request.getQueryString();
      String wish = request.getRequestURI() + (query == null ? "" : "?" + query);
      response.sendRedirect(address.encode().buildAndExpand(wish).toUriString());
    } else {
      response.sendRedirect(address.toUriString(), HttpServletResponse.SC_SEE_OTHER);
    }
  }
}
