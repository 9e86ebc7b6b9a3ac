/** Course work and grades, as far as they show what happens when students come and go. */
package org.rollbook.emulator.coursework;
