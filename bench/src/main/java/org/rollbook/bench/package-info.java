/**
 * The published figures, made anew: what an import and a plan cost, as ratios to a bound that is
 * measured in the same run on the same machine.
 */
@NullMarked
package org.rollbook.bench;

import org.jspecify.annotations.NullMarked;
