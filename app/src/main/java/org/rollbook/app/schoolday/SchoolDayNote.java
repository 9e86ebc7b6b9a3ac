package org.rollbook.app.schoolday;

import java.util.Optional;

/**
 * A line that the page shows above its buttons.
 *
 * @param name what it is about
 * @param link where it leads to
 * @param says the rest
 */
public record SchoolDayNote(String name, Optional<String> link, String says) {}
