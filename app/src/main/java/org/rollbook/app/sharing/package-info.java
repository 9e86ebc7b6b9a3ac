/** Commands about apps and what districts share with them (H6). */
@NullMarked
package org.rollbook.app.sharing;

import org.jspecify.annotations.NullMarked;
