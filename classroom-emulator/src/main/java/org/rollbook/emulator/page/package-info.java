/** A page for a person who watches. */
package org.rollbook.emulator.page;
