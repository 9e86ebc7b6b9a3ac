package org.rollbook.hub.clever;

import static org.rollbook.registry.reading.RecordType.SCHOOLS;

import java.io.IOException;
import java.util.Optional;
import org.rollbook.registry.reading.Listing;
import org.rollbook.registry.reading.RecordType;
import org.rollbook.registry.reading.Relation;
import org.rollbook.registry.reading.UserRole;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Schools, and what is at them. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/schools")
final class SchoolController {
  private final Answers answers;

  SchoolController(Answers answers) {
    this.answers = answers;
  }

  @GetMapping
  void all(ApiCall call) throws IOException {
    answers.all(call, SCHOOLS);
  }

  @GetMapping("/{id}")
  void one(ApiCall call) throws IOException {
    answers.one(call, SCHOOLS);
  }

  @GetMapping("/{id}/district")
  void district(ApiCall call) throws IOException {
    answers.districtOf(call, SCHOOLS);
  }

  @GetMapping("/{id}/courses")
  void courses(ApiCall call) throws IOException {
    answers.related(call, RecordType.COURSES, Relation.COURSES_OF_SCHOOL);
  }

  @GetMapping("/{id}/sections")
  void sections(ApiCall call) throws IOException {
    answers.related(call, RecordType.SECTIONS, Relation.SECTIONS_OF_SCHOOL);
  }

  @GetMapping("/{id}/terms")
  void terms(ApiCall call) throws IOException {
    answers.related(call, RecordType.TERMS, Relation.TERMS_OF_SCHOOL);
  }

  @GetMapping("/{id}/users")
  void users(ApiCall call) throws IOException {
    Optional<UserRole> role =
        call.parameters().oneOf("role", "staff", "student", "teacher").flatMap(UserRole::of);
    boolean primary = call.parameters().isTrue("primary");
    answers.list(call, RecordType.USERS, new Listing.UsersOfSchool(call.id(), role, primary));
  }
}
