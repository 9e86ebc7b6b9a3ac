/** Accounts of the domain and of outsiders. */
package org.rollbook.emulator.people;
