package org.sitrep.core.index.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.Origin;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.ArticleTokens;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.Similar;
import org.sitrep.core.vocabulary.Aliases;

/** Which words are chosen, and that what matches is what has enough of them. */
class SimilarWordsTest {
  private final Analysis analysis = new Analysis(Aliases.standard());

  private static String text(Random random, int words) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < words; i++) {
      // Squared, so that some words are common and some are rare.
      int word = random.nextInt(20) * random.nextInt(20);
      text.add("w" + Integer.toString(word, Character.MAX_RADIX) + "x");
    }
    return String.join(" ", text);
  }

  private Set<String> stems(Article article) {
    Set<String> stems = new HashSet<>();
    for (String text : List.of(article.title(), article.body())) {
      analysis.words(text, "en").forEach(word -> stems.add(word.stem()));
    }
    return stems;
  }

  private void index(IndexWriter writer, List<Article> articles) throws IOException {
    for (Article article : articles) {
      try (ArticleTokens tokens = analysis.tokens(article)) {
        int sequence = articles.indexOf(article);
        writer.addDocument(Schema.document(article, new Origin("", ""), sequence, tokens));
      }
    }
    writer.commit();
  }

  @Test
  void matches_exactly_what_has_three_tenths_of_the_words() throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String body = text(random, random.nextInt(80));
      articles.add(
          Article.builder("a" + i)
              .title("t " + text(random, random.nextInt(6)))
              .body(body)
              .build());
    }
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      index(writer, articles);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        ArticleSearcher searcher = new ArticleSearcher(reader, Ranking.usual());
        for (int given = 0; given < articles.size(); given += 5) {
          SimilarArticles similar = new SimilarArticles(reader, analysis, text(), List.of(given));
          List<String> words =
              similar.words(Set.of()).stream().map(SimilarArticles.Chosen::stem).toList();
          assertThat(words).hasSizeLessThanOrEqualTo(Similar.MAX_WORDS).doesNotHaveDuplicates();
          assertThat(stems(articles.get(given))).containsAll(words);
          int expected = 0;
          for (int other = 0; other < articles.size(); other++) {
            Set<String> shared = stems(articles.get(other));
            shared.retainAll(words);
            boolean enough = shared.size() >= Similar.least(words.size()) && !words.isEmpty();
            expected += enough && other != given ? 1 : 0;
          }
          Similar asked = Similar.to("a" + given).copies(Similar.Copies.FOUND);
          assertThat(searcher.count(similar.query(asked)))
              .as("articles like a%d, seed %d", given, seed)
              .isEqualTo(expected);
        }
      }
    }
  }

  private TextClauses text() {
    return new TextClauses(analysis, List.of("en"), Ranking.usual());
  }

  @Test
  void prefers_words_that_are_frequent_here_and_rare_elsewhere() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      articles.add(
          Article.builder("a" + i).body("common words " + (i < 5 ? "frigate" : "tank")).build());
    }
    articles.add(Article.builder("b").body("common words frigate howitzer howitzer once").build());
    articles.add(Article.builder("c").body("common words howitzer").build());
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      index(writer, articles);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(new SimilarArticles(reader, analysis, text(), List.of(20)).words(Set.of()))
            .extracting(SimilarArticles.Chosen::stem)
            .containsExactly("howitz", "frigat");
      }
    }
  }

  @Test
  void a_long_article_is_left_as_soon_as_the_time_is_over() throws IOException {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      articles.add(Article.builder("a" + i).body(text(new Random(i), 5_000)).build());
    }
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      index(writer, articles);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger end = new AtomicInteger(Integer.MAX_VALUE);
        Runnable check =
            () -> {
              if (looks.incrementAndGet() >= end.get()) {
                throw new OutOfTimeException();
              }
            };
        TextClauses timed = new TextClauses(analysis, List.of("en"), Ranking.usual(), check);
        SimilarArticles similar = new SimilarArticles(reader, analysis, timed, List.of(0));
        similar.words(Set.of());
        int inAll = looks.get();
        assertThat(inAll).isGreaterThan(20);
        for (int look : List.of(2, 10, inAll)) {
          looks.set(0);
          end.set(look);
          assertThatThrownBy(() -> similar.words(Set.of())).isInstanceOf(OutOfTimeException.class);
          assertThat(looks.get()).isEqualTo(look);
        }
      }
    }
  }
}
