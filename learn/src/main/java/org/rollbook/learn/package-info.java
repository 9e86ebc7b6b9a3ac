/**
 * A small, real learning app whose teachers import their classes from Clever. It knows the hub only
 * as Clever: sign-in, Data API, Events.
 */
@NullMarked
package org.rollbook.learn;

import org.jspecify.annotations.NullMarked;
