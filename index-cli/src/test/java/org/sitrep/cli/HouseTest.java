package org.sitrep.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the command line may know of the rooms below it: what they show to everyone. */
@AnalyzeClasses(packages = "org.sitrep.cli", importOptions = DoNotIncludeTests.class)
class HouseTest {

  @ArchTest
  static final ArchRule only_public_packages_and_its_own_libraries_are_used =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.fasterxml.jackson.core..",
              "org.jspecify.annotations",
              "org.sitrep.cli",
              "org.sitrep.cli.options",
              "org.sitrep.core.article",
              "org.sitrep.core.eval",
              "org.sitrep.core.index",
              "org.sitrep.core.query",
              "org.sitrep.core.search",
              "org.sitrep.core.vocabulary",
              "org.sitrep.corpus",
              "org.sitrep.corpus.json",
              "org.sitrep.corpus.page");

  @ArchTest
  static final ArchRule everything_is_written_through_one_place =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");
}
