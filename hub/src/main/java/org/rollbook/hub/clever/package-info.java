/**
 * Clever's Data API and Events API, v3.0 and v3.1, over what districts share; written after
 * Clever's API specifications (swagger-api, January 2026) and its public developer pages.
 */
@NullMarked
package org.rollbook.hub.clever;

import org.jspecify.annotations.NullMarked;
