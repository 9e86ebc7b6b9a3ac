/**
 * Reading shares (H6): under a role of the database that sees one app's share of one district,
 * whatever it is asked.
 */
@NullMarked
package org.rollbook.registry.reading;

import org.jspecify.annotations.NullMarked;
