package org.rollbook.learn.pages;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands where the Classes tab will be. To be deleted when it is there. */
@RestController
final class PlaceholderController {
  private final Pages pages;
  private final Templates templates = new Templates(PlaceholderController.class);

  PlaceholderController(Pages pages) {
    this.pages = pages;
  }

  @GetMapping("/classes")
  ResponseEntity<String> classes(Viewer viewer, CsrfToken csrf) {
    return Html.page(
        pages.page(
            viewer,
            csrf.getToken(),
            "Classes",
            Tab.CLASSES,
            templates.content("placeholder.jte", Map.of("viewer", viewer))));
  }
}
