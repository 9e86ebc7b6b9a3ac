/**
 * A web server: what it takes to answer on a port, and nothing of what is answered there. Start at
 * {@link org.rollbook.web.WebServer}.
 */
@NullMarked
package org.rollbook.web;

import org.jspecify.annotations.NullMarked;
