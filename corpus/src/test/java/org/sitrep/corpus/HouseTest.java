package org.sitrep.corpus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What this module may know of, and which way its arrows point. */
@AnalyzeClasses(packages = "org.sitrep.corpus", importOptions = DoNotIncludeTests.class)
class HouseTest {

  @ArchTest
  static final ArchRule arrows_only_point_down =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("sources")
          .definedBy("org.sitrep.corpus")
          .layer("json")
          .definedBy("org.sitrep.corpus.json..")
          .layer("feed")
          .definedBy("org.sitrep.corpus.feed..")
          .layer("html")
          .definedBy("org.sitrep.corpus.html..")
          .layer("page")
          .definedBy("org.sitrep.corpus.page..")
          .layer("draft")
          .definedBy("org.sitrep.corpus.draft..")
          .whereLayer("sources")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("json")
          .mayOnlyBeAccessedByLayers("sources")
          .whereLayer("feed")
          .mayOnlyBeAccessedByLayers("sources")
          .whereLayer("html")
          .mayOnlyBeAccessedByLayers("sources")
          .whereLayer("page")
          .mayOnlyBeAccessedByLayers("sources", "html");

  @ArchTest
  static final ArchRule knows_neither_lucene_nor_the_command_line =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.lucene..", "org.sitrep.cli..");

  @ArchTest
  static final ArchRule uses_the_library_through_its_public_packages_alone =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.sitrep.core.index.analysis..",
              "org.sitrep.core.index.facet..",
              "org.sitrep.core.index.search..",
              "org.sitrep.core.index.store..");
}
