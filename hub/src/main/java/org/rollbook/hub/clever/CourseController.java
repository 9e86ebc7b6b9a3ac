package org.rollbook.hub.clever;

import static org.rollbook.registry.reading.RecordType.COURSES;

import java.io.IOException;
import org.rollbook.registry.reading.RecordType;
import org.rollbook.registry.reading.Relation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Courses, and where they are taught. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/courses")
final class CourseController {
  private final Answers answers;

  CourseController(Answers answers) {
    this.answers = answers;
  }

  @GetMapping
  void all(ApiCall call) throws IOException {
    answers.all(call, COURSES);
  }

  @GetMapping("/{id}")
  void one(ApiCall call) throws IOException {
    answers.one(call, COURSES);
  }

  @GetMapping("/{id}/district")
  void district(ApiCall call) throws IOException {
    answers.districtOf(call, COURSES);
  }

  @GetMapping("/{id}/resources")
  void resources(ApiCall call) throws IOException {
    answers.none(call, COURSES);
  }

  @GetMapping("/{id}/schools")
  void schools(ApiCall call) throws IOException {
    answers.related(call, RecordType.SCHOOLS, Relation.SCHOOLS_OF_COURSE);
  }

  @GetMapping("/{id}/sections")
  void sections(ApiCall call) throws IOException {
    answers.related(call, RecordType.SECTIONS, Relation.SECTIONS_OF_COURSE);
  }
}
