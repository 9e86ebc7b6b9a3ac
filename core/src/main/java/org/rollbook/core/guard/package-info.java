/** The limits that hold a snapshot for a person to look at (H4). */
@NullMarked
package org.rollbook.core.guard;

import org.jspecify.annotations.NullMarked;
