package org.sitrep.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.Facet;
import org.sitrep.corpus.Corpus;
import org.sitrep.corpus.ReadOptions;
import org.sitrep.corpus.Reading;

/**
 * The articles of the Reuters-21578 collection, once or several times. Their places are tags, their
 * topics topics; nothing is derived from their texts.
 */
final class Reuters {
  private static final Map<String, String> FIELDS = Map.of("places", "tags", "date", "published");

  private Reuters() {}

  static List<Article> read(Path file) throws IOException {
    ReadOptions options = ReadOptions.standard();
    for (Map.Entry<String, String> field : FIELDS.entrySet()) {
      options = options.withField(field.getKey(), field.getValue());
    }
    List<Article> articles = new ArrayList<>();
    try (Stream<Reading> readings = Corpus.open(List.of(file.toString()), options).readings()) {
      readings.forEach(
          reading -> {
            if (reading instanceof Reading.Read read) {
              articles.add(read.article());
            }
          });
    }
    return articles;
  }

  /** An article as of the n-th copy of all, counted from 0: of other id, and n years later. */
  static Article copy(Article article, int n) {
    if (n == 0) {
      return article;
    }
    ArticleBuilder copy =
        Article.builder(article.id() + "." + n)
            .title(article.title())
            .body(article.body())
            .tags(article.tags())
            .topics(article.topics());
    article.language().ifPresent(copy::language);
    article
        .published()
        .ifPresent(
            date -> {
              String day = date.toString();
              copy.published(Integer.parseInt(day.substring(0, 4)) + n + day.substring(4));
            });
    return copy.build();
  }

  /** What an article has in the three dimensions that are counted: tag, topic and day. */
  static List<String> values(Article article, Facet facet) {
    return facet == Facet.DATE
        ? article.published().map(date -> date.toString().substring(0, 10)).stream().toList()
        : facet.values(article);
  }
}
