package org.rollbook.sources.generator;

import java.time.LocalDate;

/** When a section is taught. */
record Term(String name, LocalDate start, LocalDate end) {}
