/** The running server. */
@NullMarked
package org.rollbook.learn.server;

import org.jspecify.annotations.NullMarked;
