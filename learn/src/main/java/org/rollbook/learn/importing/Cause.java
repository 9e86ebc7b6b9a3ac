package org.rollbook.learn.importing;

/** Why a sync was begun. */
public enum Cause {
  /** The teacher pressed Import & Sync with Clever and confirmed (L3). */
  FIRST_IMPORT,
  /** The teacher signed in; does nothing before the first import (L4). */
  LOGIN,
  /** The teacher pressed Sync with Clever (L4). */
  BUTTON
}
