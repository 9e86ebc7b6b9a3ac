/** The methods that are served, and what a call of one carries. */
package org.rollbook.emulator.calls;
