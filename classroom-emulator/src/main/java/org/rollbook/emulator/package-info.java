/**
 * A stand-in for Google Classroom: start it with {@link org.rollbook.emulator.ClassroomEmulator}.
 */
package org.rollbook.emulator;
