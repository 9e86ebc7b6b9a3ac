/** The service account, the token endpoint and the tokens it gives out. */
package org.rollbook.emulator.tokens;
