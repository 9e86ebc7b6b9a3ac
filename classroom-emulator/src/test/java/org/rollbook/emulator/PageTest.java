package org.rollbook.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The page for a person who watches. */
class PageTest {
  private static String page(World world, String path) throws IOException, InterruptedException {
    return world
        .http
        .send(world.request(path).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Test
  void the_page_shows_classes_in_words_and_their_members() throws Exception {
    try (World world = World.start()) {
      String id = world.course("DECLINED");
      world.course("PROVISIONED");
      assertThat(page(world, "/"))
          .contains("Biology", "declined", "offered", "2 classes", World.OWNER)
          .doesNotContain("https://");
      assertThat(page(world, "/classes/" + id)).contains("(owner)", World.STUDENT);
      assertThat(page(world, "/?q=nothing")).contains("0 classes");
      assertThat(page(world, "/?state=offered")).contains("1 class");
    }
  }

  @Test
  void what_people_wrote_is_never_markup() throws Exception {
    try (World world = World.start()) {
      String name = "<script>alert(1)</script>";
      world.post(World.ADMIN, "/v1/courses", World.json("name", name, "ownerId", World.OWNER));
      assertThat(page(world, "/?q=%3Cscript%3E")).doesNotContain("<script>").contains("&lt;script");
    }
  }
}
