package org.sitrep.core.index.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.Origin;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.ArticleTokens;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.Ranking;
import org.sitrep.core.search.Span;
import org.sitrep.core.vocabulary.Aliases;

/** When cutting snippets ends. */
class SnippetsTimeTest {
  @Test
  void a_text_of_many_matches_is_left_as_soon_as_the_time_is_over() {
    String sentence = "Frigate " + "and so on ".repeat(30) + "end. ";
    List<Span> matches =
        IntStream.range(0, 100)
            .mapToObj(i -> new Span(i * sentence.length(), i * sentence.length() + 7))
            .toList();
    AtomicInteger looks = new AtomicInteger();
    Runnable check =
        () -> {
          if (looks.incrementAndGet() == 3) {
            throw new OutOfTimeException();
          }
        };
    assertThatThrownBy(() -> Snippets.cut(sentence.repeat(100), matches, 1, check))
        .isInstanceOf(OutOfTimeException.class);
  }

  @Test
  void the_matches_of_a_long_text_are_left_as_soon_as_the_time_is_over() throws IOException {
    Article article =
        Article.builder("long").title("Long").body("frigate and so on. ".repeat(10_000)).build();
    try (Analysis analysis = new Analysis(Aliases.standard());
        Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      try (ArticleTokens tokens = analysis.tokens(article)) {
        writer.addDocument(Schema.document(article, new Origin("", ""), 0, tokens));
      }
      writer.commit();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        ArticleSearcher searcher = new ArticleSearcher(reader, Ranking.usual());
        searcher.setTimeout(SnippetsTimeTest::isAmongMatches);
        TextClauses text = new TextClauses(analysis, List.of("en"), Ranking.usual());
        Query query =
            new QueryTranslator(text, Match.ALL)
                .translate(org.sitrep.core.query.Query.parse("frigate").query());
        List<ScoreDoc> found = List.of(new ScoreDoc(0, 1));
        assertThatThrownBy(() -> HitReader.hits(searcher, query, found, 1))
            .isInstanceOf(OutOfTimeException.class);
      }
    }
  }

  private static boolean isAmongMatches() {
    return StackWalker.getInstance()
        .walk(frames -> frames.anyMatch(f -> f.getClassName().contains("Marks")));
  }
}
