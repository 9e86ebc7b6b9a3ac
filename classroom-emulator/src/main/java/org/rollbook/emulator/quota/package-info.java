/** Calls per minute. */
package org.rollbook.emulator.quota;
