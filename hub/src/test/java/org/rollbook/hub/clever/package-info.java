@NullMarked
package org.rollbook.hub.clever;

import org.jspecify.annotations.NullMarked;
