package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.ArticleBuilder;
import org.sitrep.core.article.DateFrom;
import org.sitrep.core.article.PartialDate;

/**
 * Compares every count with brute force and with the hits after selecting, over random corpora,
 * queries, selections, exclusions and modes. A failure prints the seed; {@code -Dsitrep.seed=N}
 * repeats it.
 */
class RandomCountsTest {
  private static final List<String> WORDS =
      List.of("drone", "tank", "frigate", "talks", "budget", "army", "exercise", "missile");
  private static final List<String> TAGS =
      List.of("Drones", "drones", "DRONES", "none", "(none)", "Défense", "defense", "unknown");
  private static final List<String> COUNTRIES = List.of("UA", "PL", "US", "GB", "SU", "ZZ");

  private static long seed() {
    return Long.getLong("sitrep.seed", System.nanoTime());
  }

  private static List<String> some(Random random, List<String> values, int max) {
    List<String> some = new ArrayList<>();
    for (int n = random.nextInt(max + 1); n > 0; n--) {
      some.add(values.get(random.nextInt(values.size())));
    }
    return some;
  }

  private static Article article(Random random, int id) {
    ArticleBuilder article =
        Article.builder("article-" + id)
            .title(String.join(" ", some(random, WORDS, 3)) + " news")
            .body(body(random))
            .countries(some(random, COUNTRIES, 3))
            .about(some(random, COUNTRIES, 1))
            .tags(some(random, TAGS, 3))
            .sections(some(random, TAGS, 1))
            .authors(some(random, WORDS, 2));
    if (random.nextBoolean()) {
      article.source(TAGS.get(random.nextInt(TAGS.size())));
    }
    if (random.nextBoolean()) {
      article.language(random.nextBoolean() ? "en" : "de");
    }
    String day = LocalDate.of(2024, 11, 20).plusDays(random.nextInt(80)).toString();
    switch (random.nextInt(5)) {
      case 0 -> {}
      case 1 -> article.published(date(day.substring(0, 4)), DateFrom.INFERRED);
      case 2 -> article.published(date(day.substring(0, 7)), DateFrom.URL);
      case 3 -> article.published(date(day), DateFrom.DECLARED);
      default ->
          article.published(date(day + "T1" + random.nextInt(10) + ":30"), DateFrom.DECLARED);
    }
    return article.build();
  }

  /** Few texts, so that many articles are copies; with other marks, so that lengths differ. */
  private static String body(Random random) {
    Random text = random.nextInt(3) == 0 ? random : new Random(random.nextInt(12));
    String words = String.join(" ", some(text, WORDS, 6));
    return words.isEmpty() ? words : words + ".".repeat(random.nextInt(4));
  }

  private static PartialDate date(String text) {
    return PartialDate.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 60, 400})
  void every_count_is_the_number_of_hits_after_selecting(int size) throws IOException {
    long seed = seed();
    Random random = new Random(seed);
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      int commits = 1 + random.nextInt(4);
      for (int commit = 0; commit < commits; commit++) {
        for (int i = 0; i < size; i++) {
          writer.put(article(random, random.nextInt(size * 2)));
        }
        for (int i = 0; i < size / 5; i++) {
          writer.delete("article-" + random.nextInt(size * 2));
        }
        writer.commit();
      }
      for (int i = 0; i < size / 10; i++) { // too few to be merged away at once
        writer.delete("article-" + random.nextInt(size * 2));
      }
      writer.commit();
      assertThat(size < 60 || !index.stories().isEmpty()).as("copies, seed %d", seed).isTrue();
      Verification found = index.verify(300, seed);
      assertThat(found.damage()).as("damage, seed %d", seed).isEmpty();
      assertThat(found.differences()).as("differences, seed %d", seed).isEmpty();
      assertThat(found.counts()).isGreaterThan(300);
    }
  }
}
