package org.rollbook.app.schoolday;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Something that can happen.
 *
 * @param label what the button says, now
 * @param says what it will do, now
 * @param action does it, and tells what happened, a sentence a line
 */
public record SchoolDayButton(
    Supplier<String> label, Supplier<String> says, Callable<List<String>> action) {}
