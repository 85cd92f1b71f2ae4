package org.sitrep.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between the rooms: they only point down. */
@AnalyzeClasses(packages = "org.sitrep.core", importOptions = DoNotIncludeTests.class)
class HouseTest {

  @ArchTest
  static final ArchRule arrows_only_point_down =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("eval")
          .definedBy("org.sitrep.core.eval..")
          .layer("index")
          .definedBy("org.sitrep.core.index..")
          .layer("search")
          .definedBy("org.sitrep.core.search..")
          .layer("query")
          .definedBy("org.sitrep.core.query..")
          .layer("article")
          .definedBy("org.sitrep.core.article..")
          .layer("vocabulary")
          .definedBy("org.sitrep.core.vocabulary..")
          .whereLayer("eval")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("index")
          .mayOnlyBeAccessedByLayers("eval")
          .whereLayer("search")
          .mayOnlyBeAccessedByLayers("index", "eval")
          .whereLayer("query")
          .mayOnlyBeAccessedByLayers("search", "index", "eval")
          .whereLayer("article")
          .mayOnlyBeAccessedByLayers("query", "search", "index", "eval");

  @ArchTest
  static final ArchRule only_the_index_names_lucene =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.sitrep.core.index..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.lucene..");

  @ArchTest
  static final ArchRule no_lucene_or_guava_in_a_public_signature =
      com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(
              "org.sitrep.core.article",
              "org.sitrep.core.eval",
              "org.sitrep.core.query",
              "org.sitrep.core.search",
              "org.sitrep.core.vocabulary",
              "org.sitrep.core.index")
          .should()
          .notHaveRawReturnType(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "of Lucene or Guava",
                  type ->
                      type.getPackageName().startsWith("org.apache.lucene")
                          || type.getPackageName().startsWith("com.google")))
          .andShould()
          .notHaveRawParameterTypes(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "of Lucene or Guava",
                  types ->
                      types.stream()
                          .anyMatch(
                              type ->
                                  type.getPackageName().startsWith("org.apache.lucene")
                                      || type.getPackageName().startsWith("com.google"))));
}
