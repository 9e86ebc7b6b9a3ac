/** Signing in with Clever. */
@NullMarked
package org.rollbook.learn.signin;

import org.jspecify.annotations.NullMarked;
