package org.rollbook.learn.classes;

/** What somebody is in a class. */
public enum Role {
  TEACHER,
  STUDENT
}
