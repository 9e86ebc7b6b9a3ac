/** Published people: who may sign in, and which apps see them. */
@NullMarked
package org.rollbook.registry.people;

import org.jspecify.annotations.NullMarked;
