/** A district, a Google and a school day, all invented, to show what Rollbook does. */
@NullMarked
package org.rollbook.app.demo;

import org.jspecify.annotations.NullMarked;
