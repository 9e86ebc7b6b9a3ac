package org.rollbook.learn.classroom;

import java.util.List;

/** A class as its students see it. */
record AttendedClass(
    String name,
    String about,
    List<String> teachers,
    List<AssignmentRow> toDo,
    List<AssignmentRow> done) {}
