package org.rollbook.sources.files;

/** How opening a folder or zip ended. */
public sealed interface FilesOpening {
  /** It is open; the caller closes it. */
  record Opened(RosterFiles files) implements FilesOpening {}

  /**
   * The caller named something that is no folder and no zip: not there, or another kind of file.
   *
   * @param message one sentence with the path
   */
  record Nothing(String message) implements FilesOpening {}

  /** It is there, and must not be used. */
  record Refused(FilesRefusal refusal) implements FilesOpening {}
}
