/** What is missing for an installation to work. */
@NullMarked
package org.rollbook.app.doctor;

import org.jspecify.annotations.NullMarked;
