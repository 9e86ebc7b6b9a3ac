/** Commands that fetch a district's roster over an API. */
@NullMarked
package org.rollbook.app.pull;

import org.jspecify.annotations.NullMarked;
