package org.rollbook.hub.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clever's clients ask for tokens with a JSON object where OAuth wants a form: its texts become the
 * form's fields.
 */
final class JsonTokenRequests extends OncePerRequestFilter {
  private static final int LONGEST = 16 * 1024;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().equals(SignInPaths.TOKENS) || !isJson(request.getContentType());
  }

  private static boolean isJson(@Nullable String type) {
    return type != null
        && type.strip()
            .toLowerCase(java.util.Locale.ROOT)
            .startsWith(MediaType.APPLICATION_JSON_VALUE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var fields = fields(request.getInputStream().readNBytes(LONGEST + 1));
    if (fields.isEmpty()) {
      Answers.error(response, 400, "invalid_request");
    } else {
      chain.doFilter(new AsForm(request, fields.get()), response);
    }
  }

  private static Optional<Map<String, String[]>> fields(byte[] body) {
    try {
      var json = JsonMapper.shared().readTree(body);
      if (body.length > LONGEST || !json.isObject()) {
        return Optional.empty();
      }
      var fields = new HashMap<String, String[]>();
      json.properties()
          .forEach(field -> {
            if (field.getValue().isString()) {
              fields.put(field.getKey(), new String[] {field.getValue().asString()});
            }
          });
      return Optional.of(fields);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static final class AsForm extends HttpServletRequestWrapper {
    private final Map<String, String[]> fields;

    AsForm(HttpServletRequest request, Map<String, String[]> fields) {
      super(request);
      this.fields = Collections.unmodifiableMap(fields);
    }

    @Override
    public @Nullable String getParameter(String name) {
      var values = fields.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return fields;
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(fields.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      var values = fields.get(name);
      return values == null ? null : values.clone();
    }
  }
}
