package org.rollbook.learn.pages;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ResponseStatusException;

/** Answers that hold a page, or lead to one. */
public final class Html {
  private static final MediaType TYPE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private Html() {}

  public static ResponseEntity<String> page(String html) {
    return page(HttpStatus.OK, html);
  }

  public static ResponseEntity<String> page(HttpStatusCode status, String html) {
    return ResponseEntity.status(status)
        .contentType(TYPE)
        .cacheControl(CacheControl.noStore())
        .body(html);
  }

  /** The same for what is not there and for what is not theirs, so that nobody can tell. */
  public static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  /** The browser goes on with a GET, also after a form. */
  public static ResponseEntity<String> to(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(address))
        .cacheControl(CacheControl.noStore())
        .build();
  }
}
