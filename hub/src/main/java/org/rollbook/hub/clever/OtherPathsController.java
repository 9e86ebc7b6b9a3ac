package org.rollbook.hub.clever;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The parts of the API that Rollbook has nothing for, and addresses that are none of it. */
@RestController
final class OtherPathsController {
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final Answers answers;

  OtherPathsController(Answers answers) {
    this.answers = answers;
  }

  /** Rollbook's sources have no resources, so that no app has any. */
  @GetMapping(ApiPaths.ROOT + "/resources")
  void resources(ApiCall call) throws IOException {
    answers.nothing(call);
  }

  /** Attendance, and the learning platform's assignments, submissions and grades. */
  @RequestMapping({
    ApiPaths.ROOT + "/attendance/**",
    ApiPaths.ROOT + "/sections/{id}/assignments/**",
    ApiPaths.ROOT + "/sections/{id}/submissions/**",
    ApiPaths.ROOT + "/assignments/**",
    ApiPaths.ROOT + "/submissions/**"
  })
  void unsupported(ApiCall call) {
    call.reader();
    throw ApiProblem.unsupported();
  }

  /** Also older and newer versions, by the way an API's address looks. */
  @RequestMapping("/{version:v[0-9]{1,3}(?:\\.[0-9]{1,3})?}/**")
  void unknown(HttpServletRequest request, @PathVariable String version) {
    if (!ApiPaths.VERSIONS.contains(version)) {
      throw ApiProblem.otherVersion();
    }
    throw READING.contains(request.getMethod()) ? ApiProblem.notFound() : ApiProblem.readOnly();
  }
}
