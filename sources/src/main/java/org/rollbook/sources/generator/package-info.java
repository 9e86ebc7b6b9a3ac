/**
 * Makes synthetic districts and moves them on day by day, so that everything else can be tried on a
 * district of any size without a single real child's data. Start at {@link
 * org.rollbook.sources.generator.DistrictGenerator}.
 */
package org.rollbook.sources.generator;
