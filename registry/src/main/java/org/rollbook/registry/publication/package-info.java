/**
 * Brings what apps see up to the roster (H5, H6): renders records as Clever's API shows them, says
 * which share they are in, and tells each app what changed.
 */
@NullMarked
package org.rollbook.registry.publication;

import org.jspecify.annotations.NullMarked;
