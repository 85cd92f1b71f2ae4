package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Snippet;
import org.sitrep.core.search.Span;

/**
 * Searches random texts of odd shapes for every kind of word and phrase, with snippets. A failure
 * prints the seed; {@code -Dsitrep.seed=N} repeats it.
 */
class RandomSnippetsTest {
  private static final String[] GAPS = {
    " ",
    " ",
    " ",
    " ",
    " ",
    ". ",
    ", ",
    "\n\n",
    "\n",
    " \n\n ",
    "! ",
    " — ",
    "  ",
    ".\n\n\n",
    " U.S. W",
    " Jan. 5 ",
    " J. R. ",
    " am 5. Mai "
  };

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int gaps = random.nextInt(3) == 0 ? 5 : GAPS.length; // now and then one long sentence
    for (int n = 1 + random.nextInt(300); n > 0; n--) {
      text.append("w").append(random.nextInt(30));
      if (random.nextInt(20) == 0) {
        text.append("x".repeat(random.nextInt(300)));
      }
      if (random.nextInt(60) == 0) {
        text.append(" ").append("\uD835\uDC00y".repeat(random.nextInt(1000)));
      }
      text.append(GAPS[random.nextInt(gaps)]);
    }
    return text.toString();
  }

  private static Query query(Random random) {
    String a = "w" + random.nextInt(30);
    String b = "w" + random.nextInt(30);
    return switch (random.nextInt(4)) {
      case 0 -> new Query.Term(Field.TEXT, a);
      case 1 -> new Query.Phrase(Field.TEXT, a + " " + b, random.nextInt(8));
      case 2 -> new Query.Prefix(Field.BODY, a);
      default ->
          new Query.Or(
              java.util.List.of(
                  new Query.Phrase(Field.BODY, a + " " + b, 5), new Query.Term(Field.BODY, b)));
    };
  }

  private static int longest(Snippet snippet) {
    return snippet.matches().stream().mapToInt(m -> m.end() - m.start()).max().orElse(0);
  }

  @Test
  void every_snippet_is_a_piece_of_the_body_with_marks_on_words_of_the_query() throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < 60; i++) {
        writer.put(Article.builder("a" + i).title("Title").body(text(random)).build());
      }
      writer.commit();
      for (int i = 0; i < (Boolean.getBoolean("sitrep.long") ? 600 : 300); i++) {
        Query query = query(random);
        SearchRequest request = SearchRequest.of(query).snippets(1 + random.nextInt(4)).limit(60);
        for (Hit hit : index.search(request).hits()) {
          String body = index.find(hit.id()).orElseThrow().body();
          for (Snippet snippet : hit.snippets()) {
            assertThat(body).as("seed %d, %s", seed, query).contains(snippet.text());
            assertThat(snippet.text()).isNotBlank();
            assertThat(snippet.text().length())
                .as("seed %d, %s", seed, query)
                .isLessThanOrEqualTo(400 + longest(snippet));
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(snippet.text()))
                .as("seed %d, %s: no half of a pair", seed, query)
                .isTrue();
            for (Span match : snippet.matches()) {
              assertThat(snippet.text().substring(match.start(), match.end()))
                  .as("seed %d, %s", seed, query)
                  .startsWith("w");
            }
          }
          assertThat(hit.snippets().size()).isLessThanOrEqualTo(request.snippets());
        }
      }
    }
  }

  @Test
  void a_match_at_the_end_of_a_long_sentence_has_a_snippet() throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("a").title("T").body("word ".repeat(90) + "tank").build());
      writer.commit();
      Snippet snippet =
          index
              .search(SearchRequest.of(new Query.Term(Field.TEXT, "tank")))
              .hits()
              .get(0)
              .snippets()
              .get(0);
      assertThat(snippet.text()).endsWith("tank");
      assertThat(snippet.matches()).hasSize(1);
      assertThat(snippet.text().toLowerCase(Locale.ROOT)).startsWith("word");
    }
  }
}
