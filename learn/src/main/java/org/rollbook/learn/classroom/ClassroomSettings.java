package org.rollbook.learn.classroom;

import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What the pages of classes are told.
 *
 * @param zone in which they say times to browsers that do not put them into their own
 */
public record ClassroomSettings(InstantSource clock, ZoneId zone) {}
