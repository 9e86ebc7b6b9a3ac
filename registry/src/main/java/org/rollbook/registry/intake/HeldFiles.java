package org.rollbook.registry.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterInputStream;
import java.util.zip.InflaterOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The files of held snapshots, kept in the database in compressed parts of a megabyte. */
final class HeldFiles {
  private static final int PART_BYTES = 1 << 20;

  private final JdbcClient jdbc;
  private final int district;
  private final SnapshotNumber snapshot;

  HeldFiles(JdbcClient jdbc, int district, SnapshotNumber snapshot) {
    this.jdbc = jdbc;
    this.district = district;
    this.snapshot = snapshot;
  }

  /** Keeps a delivery: one file, or all files of a folder. */
  void keep(Path delivery) throws IOException {
    forget();
    if (Files.isRegularFile(delivery)) {
      keep(delivery, nameOf(delivery));
      return;
    }
    // Where a link leads to, since a link is no folder; and no deeper than the readers go.
    Path folder = delivery.toRealPath();
    List<Path> files = filesIn(readFrom(folder));
    for (Path file : files) {
      keep(file, nameOf(delivery) + "/" + folder.relativize(file));
    }
    if (files.isEmpty()) {
      throw new IOException("There is no file to keep in %s any more.".formatted(delivery));
    }
  }

  /** A folder that has nothing but one folder stands for that one, as it does for the readers. */
  private static Path readFrom(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      List<Path> listed = entries.limit(2).toList();
      return listed.size() == 1 && Files.isDirectory(listed.getFirst())
          ? listed.getFirst()
          : folder;
    }
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String nameOf(Path delivery) {
    return String.valueOf(delivery.toAbsolutePath().normalize().getFileName());
  }

  private void keep(Path file, String name) throws IOException {
    try (InputStream packed =
        new DeflaterInputStream(Files.newInputStream(file), new Deflater(Deflater.BEST_SPEED))) {
      byte[] part = packed.readNBytes(PART_BYTES);
      for (int number = 0; number == 0 || part.length > 0; number++) {
        jdbc.sql(
                """
                insert into held_file (district_id, snapshot_id, name, part, bytes)
                values (:district, :snapshot, :name, :part, :bytes)
                """)
            .param("district", district)
            .param("snapshot", snapshot.value())
            .param("name", name)
            .param("part", number)
            .param("bytes", part)
            .update();
        part = packed.readNBytes(PART_BYTES);
      }
    }
  }

  /** Writes the delivery into a folder as it came, and returns where it is. */
  Path restore(Path folder) throws IOException {
    List<String> names = named("select distinct name from held_file").query(String.class).list();
    if (names.isEmpty()) {
      throw new IOException("the files of snapshot %s are not kept".formatted(snapshot));
    }
    for (String name : names) {
      Path file = folder.resolve(name).normalize();
      if (!file.startsWith(folder)) {
        throw new IOException("a kept file would be written outside of its folder: " + name);
      }
      Files.createDirectories(file.getParent());
      try (OutputStream plain = new InflaterOutputStream(Files.newOutputStream(file))) {
        restore(name, plain);
      }
    }
    return folder.resolve(Path.of(names.getFirst()).getName(0));
  }

  /** One part at a time: a held snapshot may be larger than memory. */
  private void restore(String name, OutputStream plain) throws IOException {
    Iterator<Integer> parts =
        named("select part from held_file", "and name = :name order by part")
            .param("name", name)
            .query(Integer.class)
            .list()
            .iterator();
    while (parts.hasNext()) {
      byte[] bytes =
          named("select bytes from held_file", "and name = :name and part = :part")
              .param("name", name)
              .param("part", parts.next())
              .query(byte[].class)
              .single();
      new ByteArrayInputStream(bytes).transferTo(plain);
    }
  }

  /** Forgets the files of all snapshots before this one. */
  static void forgetBefore(JdbcClient jdbc, int district, SnapshotNumber snapshot) {
    jdbc.sql("delete from held_file where district_id = :district and snapshot_id < :snapshot")
        .param("district", district)
        .param("snapshot", snapshot.value())
        .update();
  }

  void forget() {
    named("delete from held_file").update();
  }

  private JdbcClient.StatementSpec named(String... parts) {
    String more = parts.length > 1 ? " " + parts[1] : "";
    return jdbc.sql(parts[0] + " where district_id = :district and snapshot_id = :snapshot" + more)
        .param("district", district)
        .param("snapshot", snapshot.value());
  }
}
