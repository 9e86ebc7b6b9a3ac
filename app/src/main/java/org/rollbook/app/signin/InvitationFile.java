package org.rollbook.app.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rollbook.hub.signin.ManyInvitations.Letter;

/** Invitations as a CSV file for a mail merge, which nobody but its owner may read. */
final class InvitationFile {
  private static final List<String> COLUMNS =
      List.of("role", "given_name", "family_name", "email", "link", "valid_until");

  private InvitationFile() {}

  /**
   * Writes a new file, down to the disk.
   *
   * @throws java.nio.file.FileAlreadyExistsException rather than write over another
   */
  static void write(Path file, List<Letter> letters) throws IOException {
    var rows =
        Stream.concat(Stream.of(row(COLUMNS)), letters.stream().map(InvitationFile::row))
            .collect(Collectors.joining());
    var onlyOwner = PosixFilePermissions.fromString("rw-------");
    try (var channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(onlyOwner))) {
      var bytes = ByteBuffer.wrap(rows.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static String row(Letter letter) {
    var person = letter.person();
    Instant until = letter.invitation().expiresAt();
    return row(
        List.of(
            person.role().word(),
            person.givenName(),
            person.familyName(),
            person.email().orElse(""),
            letter.invitation().link().toString(),
            until.toString()));
  }

  private static String row(List<String> values) {
    return values.stream().map(InvitationFile::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** In quotes; a spreadsheet must not take a name out of the SIS for a formula. */
  private static String cell(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }
}
