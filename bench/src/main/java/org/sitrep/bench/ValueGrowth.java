package org.sitrep.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.index.ArticleWriter;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.SearchRequest;

/** How the time of counting one dimension grows with the number of values that it has. */
final class ValueGrowth {
  private static final int ARTICLES = 100_000;
  private static final List<Integer> VALUES = List.of(10, 1_000, 100_000);
  private static final int WARMUP = 300;
  private static final int RUNS = 300;

  private ValueGrowth() {}

  static void print(Path work) throws IOException {
    for (int values : VALUES) {
      try (ArticleIndex index = ArticleIndex.open(work.resolve("values-" + values))) {
        write(index, values);
        System.out.printf(
            Locale.ROOT,
            "%,d articles of %,7d tags: %.0f µs for a search that all match, %.0f for one of every"
                + " eleventh%n",
            ARTICLES,
            values,
            micros(index, "*"),
            micros(index, "eleven"));
      }
    }
  }

  private static void write(ArticleIndex index, int values) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (int i = 0; i < ARTICLES; i++) {
        String body = i % 11 == 0 ? "one of eleven" : "one of the others";
        writer.put(Article.builder("a" + i).body(body).tags("tag " + i % values).build());
      }
      writer.commit();
    }
  }

  /** The median time of a search for no hits, with the ten most frequent tags. */
  private static double micros(ArticleIndex index, String query) throws IOException {
    SearchRequest request =
        SearchRequest.of(Query.parse(query)).limit(0).facets(FacetRequest.of(Facet.TAG));
    long[] nanos = new long[RUNS];
    for (int i = -WARMUP; i < RUNS; i++) {
      long started = System.nanoTime();
      index.search(request);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - started;
      }
    }
    Arrays.sort(nanos);
    return nanos[RUNS / 2] / 1e3;
  }
}
