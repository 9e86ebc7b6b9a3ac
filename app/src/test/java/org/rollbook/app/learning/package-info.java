/** The learning app over the real hub, as teachers and students meet it in a browser. */
@NullMarked
package org.rollbook.app.learning;

import org.jspecify.annotations.NullMarked;
