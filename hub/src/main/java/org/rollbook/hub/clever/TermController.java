package org.rollbook.hub.clever;

import static org.rollbook.registry.reading.RecordType.TERMS;

import java.io.IOException;
import org.rollbook.registry.reading.RecordType;
import org.rollbook.registry.reading.Relation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Terms, and where they are held. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/terms")
final class TermController {
  private final Answers answers;

  TermController(Answers answers) {
    this.answers = answers;
  }

  @GetMapping
  void all(ApiCall call) throws IOException {
    answers.all(call, TERMS);
  }

  @GetMapping("/{id}")
  void one(ApiCall call) throws IOException {
    answers.one(call, TERMS);
  }

  @GetMapping("/{id}/district")
  void district(ApiCall call) throws IOException {
    answers.districtOf(call, TERMS);
  }

  @GetMapping("/{id}/schools")
  void schools(ApiCall call) throws IOException {
    answers.related(call, RecordType.SCHOOLS, Relation.SCHOOLS_OF_TERM);
  }

  @GetMapping("/{id}/sections")
  void sections(ApiCall call) throws IOException {
    answers.related(call, RecordType.SECTIONS, Relation.SECTIONS_OF_TERM);
  }
}
