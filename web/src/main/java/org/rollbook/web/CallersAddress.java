package org.rollbook.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Collections;
import org.rollbook.web.proxies.TrustedProxies;

/** Gives every request the address of whoever calls, where a trusted proxy passes it on. */
final class CallersAddress implements Filter {
  private final TrustedProxies proxies;

  CallersAddress(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!(request instanceof HttpServletRequest asked)) {
      chain.doFilter(request, response);
      return;
    }
    var headers = Collections.list(asked.getHeaders(proxies.header().word()));
    chain.doFilter(new From(asked, proxies.caller(asked.getRemoteAddr(), headers)), response);
  }

  private static final class From extends HttpServletRequestWrapper {
    private final String address;

    From(HttpServletRequest request, String address) {
      super(request);
      this.address = address;
    }

    @Override
    public String getRemoteAddr() {
      return address;
    }

    @Override
    public String getRemoteHost() {
      return address;
    }
  }
}
