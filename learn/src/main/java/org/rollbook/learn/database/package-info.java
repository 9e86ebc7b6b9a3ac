/** The learning app's own PostgreSQL database. */
@NullMarked
package org.rollbook.learn.database;

import org.jspecify.annotations.NullMarked;
