/** Commands about how a district's people sign in. */
@NullMarked
package org.rollbook.app.signin;

import org.jspecify.annotations.NullMarked;
