/** What all pages have in common: the frame, who looks at it, the files they refer to. */
@NullMarked
package org.rollbook.learn.pages;

import org.jspecify.annotations.NullMarked;
