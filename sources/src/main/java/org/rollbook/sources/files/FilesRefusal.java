package org.rollbook.sources.files;

import org.rollbook.sources.Finding;

/**
 * Why a delivery, or one file of it, cannot be used safely.
 *
 * @param reason for scripts
 * @param file the file's name inside the delivery, or the delivery's own name when it is about all
 *     of it
 * @param message one sentence that a school secretary understands
 */
public record FilesRefusal(Reason reason, String file, String message) {
  /** The kinds of refusal. */
  public enum Reason {
    /** Not a zip inside, cut off, or its check sums do not hold. */
    DAMAGED_ZIP,
    /** Protected by a password. */
    ENCRYPTED_ZIP,
    /** A name that leaves the folder or cannot be a plain file name. */
    UNSAFE_NAME,
    /** A symbolic link that leads out of the folder. */
    OUTSIDE_FOLDER,
    /** Two files with one name, or with names that differ in capital letters only. */
    DUPLICATE_NAME,
    /** Files in folders, other than all of them in one. */
    NESTED_FOLDER,
    /** More files than the limit. */
    TOO_MANY_FILES,
    /** One file, or all together, larger than the limit. */
    TOO_LARGE,
    /** Unpacks to so much more than it holds that it can only be an attack. */
    COMPRESSION_BOMB
  }

  /** The same as a finding about the file as a whole. */
  public Finding finding() {
    return new Finding(file, 0, "", reason.name(), message);
  }
}
