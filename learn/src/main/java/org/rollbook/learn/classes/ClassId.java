package org.rollbook.learn.classes;

import org.rollbook.learn.people.DistrictId;

/** A class here. It stays through archive and return. */
public record ClassId(DistrictId district, long number) {}
