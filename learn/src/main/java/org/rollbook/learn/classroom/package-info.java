/** The Classes tab and the page of one class. */
@NullMarked
package org.rollbook.learn.classroom;

import org.jspecify.annotations.NullMarked;
