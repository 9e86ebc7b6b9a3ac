package org.rollbook.sources.files;

import java.io.IOException;

/** A file turned out damaged or too large while it was being read. */
public final class UnsafeFileException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient FilesRefusal refusal;

  UnsafeFileException(FilesRefusal refusal) {
    super(refusal.file() + ": " + refusal.message());
    this.refusal = refusal;
  }

  /** What is wrong, and with which file. */
  public FilesRefusal refusal() {
    return refusal;
  }
}
