package org.rollbook.app.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rollbook.emulator.ClassroomEmulator;
import org.rollbook.emulator.NewAccount;
import org.rollbook.registry.intake.DistrictKey;
import org.rollbook.sources.generator.District;
import org.rollbook.sources.generator.DistrictGenerator;
import org.rollbook.sources.generator.GeneratedAccount;
import org.rollbook.sources.generator.GeneratorSettings;

/**
 * An invented district on one day, and who of it has an account at Google: all but a few, so that
 * somebody waits.
 *
 * @param missing the addresses that have no account
 */
record DemoDistrict(District district, Path files, Set<String> missing) {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  static final DistrictKey KEY = new DistrictKey("demo");

  /** Everybody's e-mail domain. */
  static final String DOMAIN = "district.example";

  /** One of a thousand students has no address at all yet. */
  private static final double WITH_EMAIL = 0.999;

  private static final int MISSING_STUDENTS = 3;

  static DemoDistrict found(int students, long seed, Path home) {
    var settings =
        GeneratorSettings.of(students, seed)
            .withEmailDomain(DOMAIN)
            .withStudentsWithEmail(WITH_EMAIL);
    var district = new DistrictGenerator(settings).first();
    return new DemoDistrict(district, home.resolve("demo-files"), missing(district));
  }

  /** One teacher, and some students here and there. */
  private static Set<String> missing(District district) {
    var addresses = district.accounts().map(GeneratedAccount::email).toList();
    int teachers = (int) district.size().teachers();
    int students = (int) Math.round(district.size().students() * WITH_EMAIL);
    int firstTeacher = Math.max(0, addresses.size() - students - teachers);
    var missing = new HashSet<String>();
    missing.add(addresses.get(firstTeacher + teachers / 2));
    for (int i = 1; i <= MISSING_STUDENTS; i++) {
      missing.add(addresses.get(addresses.size() - students * i / (MISSING_STUDENTS + 1)));
    }
    return Set.copyOf(missing);
  }

  /** The same district on the next school day. */
  DemoDistrict nextDay() {
    return new DemoDistrict(district.nextDay(), files, missing);
  }

  /** The day's date, for people. */
  String date() {
    return DATE.format(district.date());
  }

  /** Writes the day's files. */
  Path delivery() throws IOException {
    var folder = files.resolve("day-%03d".formatted(district.day()));
    district.writeCleverCsv(folder);
    return folder;
  }

  /** Makes the accounts that there are not yet. */
  void openAccounts(ClassroomEmulator emulator) {
    district
        .accounts()
        .filter(account -> !missing.contains(account.email()))
        .map(a -> new NewAccount(a.email(), a.givenName(), a.familyName(), List.of()))
        .forEach(emulator::addAccount);
  }

  /** How many people have an account. */
  long accounts() {
    return district.accounts().filter(a -> !missing.contains(a.email())).count();
  }
}
