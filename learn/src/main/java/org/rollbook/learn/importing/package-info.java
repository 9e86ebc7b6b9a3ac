/** Import and sync with Clever: one teacher's classes at a time. */
@NullMarked
package org.rollbook.learn.importing;

import org.jspecify.annotations.NullMarked;
