package org.rollbook.hub.clever;

import static org.rollbook.registry.reading.RecordType.USERS;

import java.io.IOException;
import org.rollbook.registry.reading.Listing;
import org.rollbook.registry.reading.RecordType;
import org.rollbook.registry.reading.Relation;
import org.rollbook.registry.reading.UserRole;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People, and with whom they have to do. */
@RestController
@RequestMapping(ApiPaths.ROOT + "/users")
final class UserController {
  private final Answers answers;

  UserController(Answers answers) {
    this.answers = answers;
  }

  @GetMapping
  void all(ApiCall call) throws IOException {
    Listing listing =
        call.parameters()
            .oneOf("role", "contact", "district_admin", "staff", "student", "teacher")
            .flatMap(UserRole::of)
            .<Listing>map(Listing.InRole::new)
            .orElse(new Listing.All(USERS));
    answers.list(call, USERS, listing);
  }

  @GetMapping("/{id}")
  void one(ApiCall call) throws IOException {
    answers.one(call, USERS);
  }

  @GetMapping("/{id}/district")
  void district(ApiCall call) throws IOException {
    answers.districtOf(call, USERS);
  }

  @GetMapping("/{id}/mycontacts")
  void contacts(ApiCall call) throws IOException {
    answers.related(call, USERS, Relation.CONTACTS_OF_STUDENT);
  }

  @GetMapping("/{id}/mystudents")
  void students(ApiCall call) throws IOException {
    answers.related(call, USERS, Relation.STUDENTS_OF_USER);
  }

  @GetMapping("/{id}/myteachers")
  void teachers(ApiCall call) throws IOException {
    answers.related(call, USERS, Relation.TEACHERS_OF_STUDENT);
  }

  @GetMapping("/{id}/resources")
  void resources(ApiCall call) throws IOException {
    answers.none(call, USERS);
  }

  @GetMapping("/{id}/schools")
  void schools(ApiCall call) throws IOException {
    boolean primary = call.parameters().isTrue("primary");
    answers.list(call, RecordType.SCHOOLS, new Listing.SchoolsOfUser(call.id(), primary));
  }

  @GetMapping("/{id}/sections")
  void sections(ApiCall call) throws IOException {
    answers.related(call, RecordType.SECTIONS, Relation.SECTIONS_OF_USER);
  }
}
