package org.rollbook.learn.importing;

import org.rollbook.learn.people.DistrictId;

/** One import or sync of one teacher. */
public record RunId(DistrictId district, long number) {}
