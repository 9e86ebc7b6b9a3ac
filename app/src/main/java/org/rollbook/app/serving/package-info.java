/** The server over a node. */
@NullMarked
package org.rollbook.app.serving;

import org.jspecify.annotations.NullMarked;
