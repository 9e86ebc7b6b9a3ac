/** Skills and how well students have them. */
@NullMarked
package org.rollbook.learn.mastery;

import org.jspecify.annotations.NullMarked;
