package org.rollbook.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Who may know whom, between all modules. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTest {
  /** For each module its package, and the packages of the modules that it may use. */
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.of(
              "core", List.of(),
              "sources", List.of("core"),
              "registry", List.of("core", "sources"),
              "sync", List.of("core", "registry"),
              "google", List.of("core", "sync"),
              "emulator", List.of(),
              "web", List.of(),
              "hub", List.of("core", "sources", "registry", "sync", "google", "web"),
              // Nothing of the hub: the learning app knows it only as Clever.
              "learn", List.of("core", "sources", "web")));

  private JavaClasses all = new ClassFileImporter().importClasses();

  @BeforeAll
  void read() {
    all =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // When all modules are tested together their tests are packed.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.rollbook");
  }

  @TestFactory
  List<DynamicTest> modulesKnowOnlyWhomTheyMay() {
    var tests = new ArrayList<DynamicTest>();
    MAY_USE.forEach((module, others) -> {
      var allowed = new ArrayList<String>(List.of(within(module)));
      others.forEach(other -> allowed.add(within(other)));
      tests.add(
          DynamicTest.dynamicTest(
              module,
              () ->
                  noClasses()
                      .that()
                      .resideInAPackage(within(module))
                      .should()
                      .dependOnClassesThat(
                          resideInAnyPackage("org.rollbook..")
                              .and(
                                  com.tngtech.archunit.base.DescribedPredicate.not(
                                      resideInAnyPackage(allowed.toArray(String[]::new)))))
                      .check(all)));
    });
    return List.copyOf(tests);
  }

  private static String within(String module) {
    return "org.rollbook." + module + "..";
  }

  @Test
  void coreKnowsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("org.rollbook.core..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.rollbook.core..", "org.jspecify..")
        .check(all);
  }

  @Test
  void onlyWhatIsServedKnowsSpringBoot() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.rollbook.web",
            "org.rollbook.hub.server..",
            "org.rollbook.hub.clever..",
            "org.rollbook.hub.signin..",
            "org.rollbook.learn.server..",
            "org.rollbook.learn.signin..",
            "org.rollbook.learn.pages..",
            "org.rollbook.learn.classroom..",
            "org.rollbook.learn.assignments..",
            "org.rollbook.learn.mastery..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.boot..",
            "org.springframework.web..",
            "org.springframework.security..")
        .check(all);
  }

  @Test
  void noClassIsNamedAfterNothing() {
    noClasses()
        .that()
        .resideInAPackage("org.rollbook..")
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Common")
        .check(all);
  }

  @TestFactory
  List<DynamicTest> packagesOfAModuleHaveNoCycles() {
    return List.of(
            "core",
            "sources",
            "registry",
            "sync",
            "google",
            "emulator",
            "web",
            "hub",
            "learn",
            "app")
        .stream()
        .map(module ->
            DynamicTest.dynamicTest(
                module,
                () ->
                    slices()
                        .matching("org.rollbook." + module + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .check(all)))
        .toList();
  }
}
