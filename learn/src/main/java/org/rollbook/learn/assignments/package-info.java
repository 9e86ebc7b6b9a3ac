/** Assignments, answers and the gradebook. */
@NullMarked
package org.rollbook.learn.assignments;

import org.jspecify.annotations.NullMarked;
