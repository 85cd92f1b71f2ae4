package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.SearchRequest;

/** Lucene's bound on clauses is the application's to set; ours are those of the query language. */
class ClauseBoundTest {
  private final int usual = IndexSearcher.getMaxClauseCount();

  @AfterEach
  void reset() {
    IndexSearcher.setMaxClauseCount(usual);
  }

  private static String words(String separator, int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "w" + i)
        .collect(Collectors.joining(separator, "(", ")"));
  }

  @ParameterizedTest
  @CsvSource({"8,60", "16,60", "32,60", "32,300", "64,900"})
  void a_lower_bound_of_the_application_changes_no_answer(int bound, int words) throws IOException {
    try (ArticleIndex index = ArticleIndex.inMemory();
        ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < words; i += 3) {
        writer.put(Article.builder("a" + i).title("W" + i).tags("even").build());
      }
      writer.commit();
      IndexSearcher.setMaxClauseCount(bound);
      String query = words(" OR ", 0, words / 2) + " OR " + words(" OR ", words / 2, words);
      for (String each : new String[] {query, query + " -x", "tag:even AND (" + query + ")"}) {
        SearchRequest request = SearchRequest.of(Query.parse(each)).facets(Facet.TAG);
        assertThat(index.search(request).total()).isEqualTo((words + 2) / 3);
      }
    }
  }
}
