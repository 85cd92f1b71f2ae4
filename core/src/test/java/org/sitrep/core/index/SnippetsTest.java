package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Snippet;

/** Where snippets begin and end. */
class SnippetsTest {
  /** Long enough that no sentence beside it is taken into the passage. */
  private static final String OTHER =
      "Nothing that is asked for stands in this long sentence, "
          + "and so on, ".repeat(20)
          + "end.";

  private static Snippet snippet(String body, String query) throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("a").title("Title").body(body).build());
      writer.commit();
      return index
          .search(SearchRequest.of(Query.parse(query)))
          .hits()
          .getFirst()
          .snippets()
          .getFirst();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Officials of the U.S. Navy said the frigate would sail in May.",
        "The frigate of the U.S. Navy sailed.",
        "The U.S. Department of Defense agreed on a frigate.",
        "Near St. Petersburg on Jan. 5 the frigate sank.",
        "The frigate sank near St. Petersburg on Jan. 5 at noon.",
        "Sen. Roger Wicker, R-Miss., said the frigate was late.",
        "The frigate pleases Sen. Roger Wicker, R-Miss. Chairman since March.",
        "Gen. Mark Smith and Lt. Col. Jane Roe saw the frigate.",
        "Frigate No. 5 was ordered as No. 6 was built.",
        "Hull No. 5 is a frigate.",
        "J. R. Smith, J.-P. Dupont and D.\u00A0E. Jones built the frigate.",
        "Poland vs. Russia was a frigate matter, e.g. Baltic trade.",
        "Austal Corp. 2023 built the frigate.",
        "Sie bauen z. B. Schiffe der frigate class für ca. 5 Mrd. Euro.",
        "Die 10. Panzerdivision bekam am 5. Mai laut Nr. 7 eine frigate.",
        "Szef gen. Nowak i ppłk. Kowalski oglądali frigate przy ul. Długiej.",
        "А. С. Петров и ген. Иванов видели frigate.",
      })
  void an_abbreviation_ends_no_sentence(String sentence) throws IOException {
    assertThat(snippet(OTHER + " " + sentence + " " + OTHER, "frigate").text()).isEqualTo(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "He said no. The frigate sailed. Others stayed.",
        "They saw the fleet of Ukraine's. The frigate sailed. Others stayed.",
        "They bought the F-16. The frigate sailed. Others stayed.",
        "It was bought from Austal Inc. The frigate sailed. Others stayed.",
        "There were 25. The frigate sailed. Others stayed.",
        "Why not? The frigate sailed. Others stayed.",
      })
  void a_full_stop_ends_a_sentence(String text) throws IOException {
    String body = text.replace("Others stayed.", OTHER);
    assertThat(snippet(body, "frigate").text()).isEqualTo("The frigate sailed.");
  }

  @Test
  void a_text_of_abbreviations_alone_is_cut_at_words() throws IOException {
    String initials = "A. B. C. ".repeat(20_000);
    String text = snippet(initials + "frigate " + initials, "frigate").text();
    assertThat(text).hasSizeLessThanOrEqualTo(400).contains(" frigate ");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "-", ", ", " A. "})
  void a_long_text_without_sentences_is_cut_within_the_time(String gap) throws IOException {
    String body = ("frigate" + gap + "word" + gap).repeat(150_000);
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("a").title("Title").body(body).build());
      writer.commit();
      SearchRequest request =
          SearchRequest.of(Query.parse("frigate")).timeLimit(Duration.ofSeconds(4));
      Snippet first = index.search(request).hits().getFirst().snippets().getFirst();
      assertThat(first.text()).hasSizeBetween(200, 400).startsWith("frigate");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "ß", "\uD835\uDC00", "x\uD835\uDC00"})
  void a_word_without_end_is_cut_to_a_piece(String letters) throws IOException {
    String word = letters.repeat(3000);
    for (String body : new String[] {word + " frigate", "frigate " + word}) {
      String text = snippet(body, "frigate").text();
      assertThat(text).hasSizeBetween(100, 400).contains("frigate");
      assertThat(body).contains(text);
      assertThat(text.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
    assertThat(snippet(word, "title").text()).hasSizeBetween(100, 400);
  }

  private static long allocated(ArticleIndex index, SearchRequest request) throws IOException {
    var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();
    index.search(request);
    return memory.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @ValueSource(strings = {"w*", "w* OR *1* OR *2* OR *3*", "\"all w1\"~9 w*"})
  void a_pattern_of_many_words_takes_little_memory_for_each(String query) throws IOException {
    int words = 20_000;
    StringBuilder body = new StringBuilder("All");
    for (int i = 0; i < words; i++) {
      body.append(" w").append(i).append(i % 12 == 0 ? "." : "");
    }
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      writer.put(Article.builder("a").title("Title").body(body.toString()).build());
      writer.commit();
      SearchRequest request = SearchRequest.of(Query.parse(query));
      long without = allocated(index, request.snippets(0));
      long with = allocated(index, request.snippets(1));
      assertThat((with - without) / words).isLessThan(2_000);
    }
  }
}
