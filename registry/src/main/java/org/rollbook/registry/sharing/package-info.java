/** Apps, and what each of them may see of a district (H6). */
@NullMarked
package org.rollbook.registry.sharing;

import org.jspecify.annotations.NullMarked;
