package org.rollbook.emulator;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

/** The emulator stands by itself, and its packages do not go in circles. */
class RoomsTest {
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // When all modules are tested together their tests are packed.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.rollbook.emulator");

  @Test
  void the_emulator_knows_the_jdk_jackson_and_slf4j_only() {
    ArchRuleDefinition.classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.rollbook.emulator..",
            "java..",
            "com.sun.net.httpserver..",
            "tools.jackson..",
            "org.slf4j..",
            "org.jspecify..")
        .check(classes);
  }

  @Test
  void packages_do_not_go_in_circles() {
    slices().matching("org.rollbook.emulator.(*)..").should().beFreeOfCycles().check(classes);
  }
}
