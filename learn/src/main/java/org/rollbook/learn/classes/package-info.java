/** Classes, made by hand or imported, and who is in them. */
@NullMarked
package org.rollbook.learn.classes;

import org.jspecify.annotations.NullMarked;
