/** What a district shares with an app: rules as people write them, and which records they name. */
@NullMarked
package org.rollbook.core.share;

import org.jspecify.annotations.NullMarked;
