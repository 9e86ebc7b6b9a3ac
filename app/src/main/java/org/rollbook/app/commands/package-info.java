/** The commands, one class each. */
@NullMarked
package org.rollbook.app.commands;

import org.jspecify.annotations.NullMarked;
