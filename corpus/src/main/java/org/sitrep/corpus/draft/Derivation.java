package org.sitrep.corpus.draft;

import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.vocabulary.Country;
import org.sitrep.core.vocabulary.CountryFinder;
import org.sitrep.core.vocabulary.CountryMentions;

/** Works out from title and body what a source does not declare. Stateless. */
public final class Derivation {
  private Derivation() {}

  /**
   * Adds the countries that an article names and those that it is about, and its language, each
   * where it is not declared.
   *
   * @param article what is known of the article, to be completed
   * @param text the title and the body that countries and language are looked for in
   * @param declared what is declared
   */
  public static void complete(ArticleBuilder article, Text text, Declared declared) {
    if (declared.countries().isEmpty() || declared.about().isEmpty()) {
      CountryMentions found = CountryFinder.standard().find(text.title(), text.body());
      List<String> countries = declared.countries().orElseGet(() -> codes(found.countries()));
      article.countries(countries);
      article.about(
          declared
              .about()
              .orElseGet(() -> codes(found.about()).stream().filter(countries::contains).toList()));
    } else {
      article.countries(declared.countries().get());
      article.about(declared.about().get());
    }
    declared.language().or(() -> Languages.detect(text.body())).ifPresent(article::language);
  }

  private static List<String> codes(List<Country> countries) {
    return countries.stream().map(Country::code).toList();
  }

  /**
   * What is read for countries and language.
   *
   * @param title the headline as published; empty where the title was itself derived from the body,
   *     for then it says nothing that the body does not
   * @param body the body
   */
  public record Text(String title, String body) {}

  /**
   * What a source declares, and what is taken as it is, even where it is empty.
   *
   * @param countries codes of the countries named
   * @param about codes of the countries that it is about
   * @param language a BCP 47 tag
   */
  public record Declared(
      Optional<List<String>> countries, Optional<List<String>> about, Optional<String> language) {
    /** Nothing is declared. */
    public static final Declared NOTHING =
        new Declared(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
