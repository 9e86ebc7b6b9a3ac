/** The Directory API: an administrator's view of the accounts. */
package org.rollbook.emulator.directory;
