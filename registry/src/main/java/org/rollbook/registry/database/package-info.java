/**
 * PostgreSQL, one dialect everywhere: an embedded server under the home directory that several of
 * our processes share, or one that somebody else runs. Opening brings the schema up to date.
 */
@NullMarked
package org.rollbook.registry.database;

import org.jspecify.annotations.NullMarked;
