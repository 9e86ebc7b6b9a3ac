package org.rollbook.learn.assignments;

import org.rollbook.learn.people.DistrictId;

/** An assignment of a class. */
public record AssignmentId(DistrictId district, long number) {}
