/** A page with buttons for what happens at a district's schools, and the files that tell of it. */
@NullMarked
package org.rollbook.app.schoolday;

import org.jspecify.annotations.NullMarked;
