/** The command line's front door. */
@NullMarked
package org.rollbook.app;

import org.jspecify.annotations.NullMarked;
