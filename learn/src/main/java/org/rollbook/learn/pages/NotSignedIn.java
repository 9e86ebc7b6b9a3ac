package org.rollbook.learn.pages;

/** A page asks who looks at it, and nobody is signed in. */
final class NotSignedIn extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
