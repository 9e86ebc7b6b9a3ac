/**
 * Signing in: how people prove who they are (a password of ours, or their district's OpenID
 * provider), and how apps learn it (OAuth 2 and OpenID Connect at Clever's addresses). The
 * protocols are Spring Security's; what is ours is who may, for how long, and what is kept. Start
 * at {@link org.rollbook.hub.signin.SignInConfiguration}.
 */
@NullMarked
package org.rollbook.hub.signin;

import org.jspecify.annotations.NullMarked;
