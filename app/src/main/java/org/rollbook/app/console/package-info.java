/** What a person or a script sees of a command: lines, tables, progress, JSON, exit codes. */
@NullMarked
package org.rollbook.app.console;

import org.jspecify.annotations.NullMarked;
