/** How Clever, or a hub in its place, is reached. */
@NullMarked
package org.rollbook.learn.clever;

import org.jspecify.annotations.NullMarked;
