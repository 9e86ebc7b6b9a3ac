/** Who really calls where proxies stand in front of the server. */
@NullMarked
package org.rollbook.hub.proxies;

import org.jspecify.annotations.NullMarked;
