package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;

/** A word has other forms in each language: what they are in one is nothing to another. */
class LanguagesTest {
  private static Article article(String id, String language, String body) {
    ArticleBuilder article = Article.builder(id).title("Report").body(body);
    return language.isEmpty() ? article.build() : article.language(language).build();
  }

  private static List<String> ids(ArticleIndex index, String query) throws IOException {
    return index.search(SearchRequest.of(Query.parse(query)).limit(100)).hits().stream()
        .map(Hit::id)
        .sorted()
        .toList();
  }

  private static ArticleIndex index() throws IOException {
    ArticleIndex index = ArticleIndex.inMemory();
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(article("en", "en", "The tank bombs as they count and fight over two countries"));
      writer.put(article("us", "en-US", "They say that a tank is here"));
      writer.put(article("none", "", "Somebody saw the tank again"));
      writer.put(article("de", "de", "Der Tanker und zwei Bomber und Häuser der Stadt"));
      writer.put(article("at", "de-AT", "Das Haus am Hafen, wo Tankern Platz ist"));
      writer.put(article("fr", "fr", "Les généraux comptent sur leurs pays"));
      writer.put(article("pl", "pl", "Czołgi i tank stoi"));
      writer.commit();
    }
    return index;
  }

  @ParameterizedTest
  @CsvSource({
    "tanker, 'at,de'",
    "tank, 'at,de,en,none,pl,us'",
    "tanks, 'at,de,en,none,pl,us'",
    "bomber, de",
    "fighter, ''",
    "their, ''",
    "counts, en",
    "Haus, 'at,de'",
    "general, fr",
    "czołgi, pl",
    "\"the tanks\", 'en,none'",
    "tanker -lang:de, ''",
    "title:report tanker, 'at,de'",
  })
  void finds_the_forms_that_a_word_has_in_the_language_of_the_article(String query, String found)
      throws IOException {
    try (ArticleIndex index = index()) {
      assertThat(ids(index, query))
          .as(query)
          .isEqualTo(found.isEmpty() ? List.of() : List.of(found.split(",")));
    }
  }

  @Test
  void an_article_in_another_language_changes_nothing_in_this_one() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      writer.put(article("en", "en", "A tank fights on, they say"));
      writer.commit();
      for (String other : List.of("de", "fr", "es", "it", "ru", "pl")) {
        writer.put(article(other, other, "xyz"));
        writer.commit();
        for (String query : List.of("tanker", "fighter", "their")) {
          assertThat(ids(index, query)).as(query + " beside " + other).isEmpty();
        }
        assertThat(ids(index, "fighting tanks")).containsExactly("en");
      }
    }
  }
}
