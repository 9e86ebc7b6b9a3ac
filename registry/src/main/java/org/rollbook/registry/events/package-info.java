/** The differences between a district's rosters, in order (H5). */
@NullMarked
package org.rollbook.registry.events;

import org.jspecify.annotations.NullMarked;
