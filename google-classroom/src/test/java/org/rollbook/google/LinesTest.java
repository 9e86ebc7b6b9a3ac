package org.rollbook.google;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom. */
class LinesTest {
  private final JavaClasses module =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // When all modules are tested together their tests are packed.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.rollbook.google");

  @Test
  void of_the_sync_only_the_target_is_known() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.rollbook.registry..",
            "org.rollbook.sources..",
            "org.rollbook.emulator..",
            "org.springframework..",
            "java.sql..")
        .check(module);
    classes()
        .that()
        .resideInAPackage("org.rollbook.google..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.rollbook.google..",
            "org.rollbook.sync.target..",
            "org.rollbook.core..",
            "com.google..",
            "org.apache.http..",
            "org.jspecify..",
            "java..",
            "javax.net.ssl..")
        .check(module);
  }

  @Test
  void capabilities_build_on_each_other_without_circles() {
    slices().matching("org.rollbook.google.(*)..").should().beFreeOfCycles().check(module);
  }

  @Test
  void nothing_waits_or_reads_a_clock_of_its_own() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(module);
  }
}
