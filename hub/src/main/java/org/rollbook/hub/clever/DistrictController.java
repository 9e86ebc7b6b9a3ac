package org.rollbook.hub.clever;

import java.io.IOException;
import org.rollbook.registry.reading.RecordType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one district that a token is for. */
@RestController
@RequestMapping(ApiPaths.ROOT)
final class DistrictController {
  private final Answers answers;

  DistrictController(Answers answers) {
    this.answers = answers;
  }

  @GetMapping("/districts")
  void all(ApiCall call) throws IOException {
    answers.all(call, RecordType.DISTRICTS);
  }

  @GetMapping("/districts/{id}")
  void one(ApiCall call) throws IOException {
    answers.one(call, RecordType.DISTRICTS);
  }
}
