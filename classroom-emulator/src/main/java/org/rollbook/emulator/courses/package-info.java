/** Classes, their members, aliases and invitations: who may do what, and in which state. */
package org.rollbook.emulator.courses;
