package org.rollbook.learn.people;

/** A person's account here. It stays whatever else of the person changes. */
public record PersonId(DistrictId district, long number) {}
