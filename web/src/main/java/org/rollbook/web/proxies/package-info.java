/** Who really calls where proxies stand in front of the server. */
@NullMarked
package org.rollbook.web.proxies;

import org.jspecify.annotations.NullMarked;
