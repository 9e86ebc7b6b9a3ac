package org.rollbook.hub.node;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be used: of many failures Java's own message is no more than the path. */
final class FileFault {
  private FileFault() {}

  /** As the end of a sentence that has named the file. */
  static String says(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "it does not exist";
      case AccessDeniedException _ -> "this user may not";
      case FileAlreadyExistsException _ -> "there is a file of that name";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      case FileSystemException e -> e.getClass().getSimpleName();
      case CharacterCodingException _ -> "it is no text in UTF-8";
      default -> String.valueOf(failure.getMessage());
    };
  }
}
