package org.rollbook.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** What core may know: the rules are pure functions, and the rooms of core have one direction. */
@AnalyzeClasses(
    packages = "org.rollbook.core",
    importOptions = {ImportOption.DoNotIncludeTests.class, CoreLinesTest.NoTestJars.class})
class CoreLinesTest {
  /** When all modules are tested together their tests are packed. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  @ArchTest
  static final ArchRule core_needs_nothing_but_the_jdk =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.rollbook.core..", "java..", "org.jspecify.annotations..");

  @ArchTest
  static final ArchRule core_does_no_input_or_output_and_starts_no_thread =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..",
              "java.nio..",
              "java.net..",
              "java.sql..",
              "java.util.concurrent..",
              "java.util.logging..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Thread.class, System.class, Runtime.class, ProcessBuilder.class);

  @ArchTest
  static final ArchRule core_asks_no_clock =
      noClasses()
          .should()
          .callMethodWhere(DescribedPredicate.describe("reads a clock", CoreLinesTest::readsClock))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule core_leaves_nothing_to_chance =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(RandomGenerator.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(UUID.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule core_has_no_order_that_hashes_decide =
      noClasses()
          .should()
          .dependOnClassesThat()
          .areAssignableTo(HashMap.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(HashSet.class);

  @ArchTest
  static final ArchRule rooms_have_one_direction =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("roster")
          .definedBy("..core.roster..")
          .layer("difference")
          .definedBy("..core.difference..")
          .layer("reconcile")
          .definedBy("..core.reconcile..")
          .layer("share")
          .definedBy("..core.share..")
          .layer("guard")
          .definedBy("..core.guard..")
          .whereLayer("guard")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("reconcile")
          .mayOnlyBeAccessedByLayers("guard")
          .whereLayer("difference")
          .mayOnlyBeAccessedByLayers("guard")
          .whereLayer("share")
          .mayOnlyBeAccessedByLayers("guard")
          .whereLayer("roster")
          .mayOnlyBeAccessedByLayers("difference", "reconcile", "share", "guard");

  @ArchTest
  static final ArchRule no_room_leads_back_to_itself =
      slices().matching("org.rollbook.core.(*)..").should().beFreeOfCycles();

  private static boolean readsClock(JavaMethodCall call) {
    return call.getName().equals("now")
        && call.getTargetOwner().getPackageName().equals("java.time");
  }
}
