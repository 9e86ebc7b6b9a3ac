package org.rollbook.emulator.courses;

/** What a person is, or is invited to be, in a class; later ones have greater permissions. */
enum Role {
  STUDENT,
  TEACHER,
  OWNER
}
