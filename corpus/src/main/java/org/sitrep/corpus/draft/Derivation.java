package org.sitrep.corpus.draft;

import java.util.List;
import java.util.Optional;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.vocabulary.Country;
import org.sitrep.core.vocabulary.CountryFinder;
import org.sitrep.core.vocabulary.CountryMentions;
import org.sitrep.core.vocabulary.Topic;
import org.sitrep.core.vocabulary.TopicFinder;

/** Works out from title and body what a source does not declare. Stateless. */
public final class Derivation {
  private Derivation() {}

  /**
   * Adds the language of an article, the countries that it names and those that it is about, and
   * its topics, each where it is not declared.
   *
   * @param article what is known of the article, to be completed
   * @param text the title and the body that are looked through
   * @param declared what is declared
   */
  public static void complete(ArticleBuilder article, Text text, Declared declared) {
    Optional<String> language =
        declared
            .language()
            .or(() -> Languages.detect(text.body()))
            .or(() -> Languages.detect(text.title() + ". " + text.body()));
    language.ifPresent(article::language);
    if (declared.countries().isEmpty() || declared.about().isEmpty()) {
      CountryMentions found =
          CountryFinder.standard().find(text.title(), text.body(), language.orElse(""));
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
    article.topics(declared.topics().orElseGet(() -> topics(text, language.orElse("en"))));
  }

  /** The topics that are named in the text's language; none where the vocabulary lacks it. */
  private static List<String> topics(Text text, String language) {
    return TopicFinder.standard(language).stream()
        .flatMap(finder -> finder.find(text.title(), text.body()).topics().stream())
        .map(Topic::id)
        .toList();
  }

  private static List<String> codes(List<Country> countries) {
    return countries.stream().map(Country::code).toList();
  }

  /**
   * What is read for language, countries and topics.
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
   * @param topics topics of the defence vocabulary
   */
  public record Declared(
      Optional<List<String>> countries,
      Optional<List<String>> about,
      Optional<String> language,
      Optional<List<String>> topics) {
    /** Nothing is declared. */
    public static final Declared NOTHING =
        new Declared(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
