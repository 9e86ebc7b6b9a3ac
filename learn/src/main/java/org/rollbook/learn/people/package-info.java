/** Districts and people: one account for one of Clever's users. */
@NullMarked
package org.rollbook.learn.people;

import org.jspecify.annotations.NullMarked;
