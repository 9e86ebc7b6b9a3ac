package org.rollbook.sources.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes zips, honest and otherwise. */
public final class Zips {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;

  private Zips() {}

  /** A zip of empty files with these names. */
  static Path named(Path folder, String... names) throws IOException {
    Path zip = Files.createTempFile(folder, "names", ".zip");
    try (OutputStream out = Files.newOutputStream(zip);
        var entries = new ZipOutputStream(out)) {
      for (String name : names) {
        entries.putNextEntry(new ZipEntry(name));
      }
    }
    return zip;
  }

  /** A zip of one file. */
  static Path of(Path folder, String name, byte[] content) throws IOException {
    Path zip = Files.createTempFile(folder, "one", ".zip");
    try (OutputStream out = Files.newOutputStream(zip);
        var entries = new ZipOutputStream(out)) {
      entries.putNextEntry(new ZipEntry(name));
      entries.write(content);
    }
    return zip;
  }

  public static byte[] text(int length) {
    return "x".repeat(length).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Replaces a name by another of the same length everywhere, as no honest packer would write it.
   */
  static Path renamed(Path zip, String from, String to) throws IOException {
    String bytes = Files.readString(zip, StandardCharsets.ISO_8859_1);
    Files.writeString(zip, bytes.replace(from, to), StandardCharsets.ISO_8859_1);
    return zip;
  }

  /** Sets the flag that says an entry is encrypted. */
  static Path encrypted(Path zip) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 10 < bytes.limit(); at++) {
      int flags = bytes.getInt(at) == LOCAL ? at + 6 : bytes.getInt(at) == CENTRAL ? at + 8 : -1;
      if (flags >= 0) {
        bytes.putShort(flags, (short) (bytes.getShort(flags) | 1));
      }
    }
    Files.write(zip, bytes.array());
    return zip;
  }

  /** Makes the directory claim that the one file unpacks to {@code size} bytes. */
  static Path claiming(Path zip, int size) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(zip)).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at + 28 < bytes.limit(); at++) {
      if (bytes.getInt(at) == CENTRAL) {
        bytes.putInt(at + 24, size);
      }
    }
    Files.write(zip, bytes.array());
    return zip;
  }

  /** Turns over one bit of the packed bytes. */
  static Path damaged(Path zip) throws IOException {
    byte[] bytes = Files.readAllBytes(zip);
    bytes[60] ^= 4;
    Files.write(zip, bytes);
    return zip;
  }

  /** Turns over one bit of the packed bytes of one file among several. */
  public static Path damaged(Path zip, String name) throws IOException {
    byte[] bytes = Files.readAllBytes(zip);
    int named = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name);
    bytes[named + name.length() + 20] ^= 4;
    Files.write(zip, bytes);
    return zip;
  }

  /** A zip of several files. */
  public static Path of(Path folder, Map<String, byte[]> files) throws IOException {
    Path zip = Files.createTempFile(folder, "several", ".zip");
    try (OutputStream out = Files.newOutputStream(zip);
        var entries = new ZipOutputStream(out)) {
      for (var file : files.entrySet()) {
        entries.putNextEntry(new ZipEntry(file.getKey()));
        entries.write(file.getValue());
      }
    }
    return zip;
  }

  static Path cut(Path zip, int length) throws IOException {
    Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), length));
    return zip;
  }
}
