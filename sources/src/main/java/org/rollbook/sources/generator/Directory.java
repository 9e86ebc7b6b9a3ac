package org.rollbook.sources.generator;

import java.util.List;

/** How people and sections are called and reached. */
record Directory(Ground ground, Addresses addresses, List<GeneratedTeacher> teachers) {
  String name(GeneratedStudent student) {
    return name(student.given(), student.family());
  }

  String name(GeneratedTeacher teacher) {
    return name(teacher.given(), teacher.family());
  }

  String name(int given, int family) {
    return ground.names().given(given) + " " + ground.names().family(family);
  }

  /** The student's address, empty text when there is none. */
  String email(GeneratedStudent student) {
    return student.hasEmail()
        ? addresses.student(student.given(), student.family(), student.address())
        : "";
  }

  String email(GeneratedTeacher teacher) {
    return addresses.employee(teacher.given(), teacher.family(), teacher.address());
  }

  String email(GeneratedStaff staff) {
    return addresses.employee(staff.given(), staff.family(), staff.address());
  }

  /** As Clever makes it: course, teacher, period; in an elementary school the class. */
  String name(GeneratedSection section) {
    GeneratedSection.Offer offer = section.offer();
    String teacher = ground.names().family(teachers.get(section.teacher()).family());
    String name = offer.course().name() + " - " + teacher;
    if (Level.of(offer.grade()) == Level.ELEMENTARY) {
      return name + " - Class " + offer.group();
    }
    return offer.period() == 0 ? name : name + " - Period " + offer.period();
  }

  String school(int number) {
    return ground.schools().get(number).name();
  }
}
