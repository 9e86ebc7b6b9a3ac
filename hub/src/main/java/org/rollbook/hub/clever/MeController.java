package org.rollbook.hub.clever;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.rollbook.registry.reading.AccessLog;
import org.rollbook.registry.reading.RecordType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells an app who signed in. */
@RestController
final class MeController {
  private final AccessLog log;

  MeController(AccessLog log) {
    this.log = log;
  }

  /** A person is of the type {@code user} in v3, whatever the role: the user object says that. */
  @GetMapping(ApiPaths.ROOT + "/me")
  void me(ApiCall call) throws IOException {
    Caller.Person person =
        switch (call.caller()) {
          case Caller.Person signedIn -> signedIn;
          case Caller.District district -> throw ApiProblem.notFound();
        };
    log.note(person.reader(), call.endpoint(), 1);
    String answer =
        """
        {"type":"user","data":{"id":"%s","district":"%s","type":"user"},"links":[\
        {"rel":"self","uri":"%s"},{"rel":"canonical","uri":"%s"}]}\
        """
            .formatted(
                person.user().hex(),
                person.reader().districtRecord().hex(),
                call.path(),
                call.uri(RecordType.USERS, person.user()));
    call.response().getOutputStream().write(answer.getBytes(UTF_8));
  }
}
