/** How requests and answers look on the wire, and nothing of what they mean. */
package org.rollbook.emulator.wire;
