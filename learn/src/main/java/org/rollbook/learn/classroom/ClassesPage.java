package org.rollbook.learn.classroom;

import java.util.Optional;

/** The Classes tab. Who teaches and attends sees both parts. */
record ClassesPage(Optional<TaughtClasses> taught, Optional<AttendedClasses> attended) {}
