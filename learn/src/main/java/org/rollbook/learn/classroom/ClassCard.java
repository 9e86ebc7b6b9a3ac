package org.rollbook.learn.classroom;

import java.util.List;

/**
 * A class in a teacher's list.
 *
 * @param students on it now
 * @param coTeachers the names of the other teachers
 */
record ClassCard(
    String path,
    String name,
    String about,
    int students,
    List<String> coTeachers,
    boolean imported,
    boolean archived) {}
