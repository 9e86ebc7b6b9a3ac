package org.rollbook.hub.clever;

import static org.rollbook.registry.reading.RecordType.SECTIONS;

import java.io.IOException;
import java.util.Optional;
import org.rollbook.registry.reading.Listing;
import org.rollbook.registry.reading.RecordType;
import org.rollbook.registry.reading.Relation;
import org.rollbook.registry.reading.UserRole;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sections, and who is in them. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/sections")
final class SectionController {
  private final Answers answers;

  SectionController(Answers answers) {
    this.answers = answers;
  }

  @GetMapping
  void all(ApiCall call) throws IOException {
    answers.all(call, SECTIONS);
  }

  @GetMapping("/{id}")
  void one(ApiCall call) throws IOException {
    answers.one(call, SECTIONS);
  }

  @GetMapping("/{id}/course")
  void course(ApiCall call) throws IOException {
    answers.theOne(call, RecordType.COURSES, Relation.COURSE_OF_SECTION);
  }

  @GetMapping("/{id}/district")
  void district(ApiCall call) throws IOException {
    answers.districtOf(call, SECTIONS);
  }

  @GetMapping("/{id}/resources")
  void resources(ApiCall call) throws IOException {
    answers.none(call, SECTIONS);
  }

  @GetMapping("/{id}/school")
  void school(ApiCall call) throws IOException {
    answers.theOne(call, RecordType.SCHOOLS, Relation.SCHOOL_OF_SECTION);
  }

  @GetMapping("/{id}/term")
  void term(ApiCall call) throws IOException {
    answers.theOne(call, RecordType.TERMS, Relation.TERM_OF_SECTION);
  }

  @GetMapping("/{id}/users")
  void users(ApiCall call) throws IOException {
    Optional<UserRole> role =
        call.parameters().oneOf("role", "student", "teacher").flatMap(UserRole::of);
    answers.list(call, RecordType.USERS, new Listing.UsersOfSection(call.id(), role));
  }
}
