/** The plain node: registry, sync and targets over one home directory, without any framework. */
@NullMarked
package org.rollbook.hub.node;

import org.jspecify.annotations.NullMarked;
