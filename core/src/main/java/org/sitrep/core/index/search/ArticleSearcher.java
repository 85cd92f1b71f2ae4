package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.sitrep.core.search.Ranking;

/**
 * Searches one reader in the caller's thread, without Lucene's bound on the clauses of a whole
 * query. That bound is one static number for the process, which belongs to the application; ours
 * are the bounds of the query language.
 */
public final class ArticleSearcher extends IndexSearcher {
  /**
   * Makes a searcher.
   *
   * @param reader what is searched
   * @param ranking how it is scored
   */
  public ArticleSearcher(IndexReader reader, Ranking ranking) {
    super(reader);
    setSimilarity(new WordSimilarity(ranking));
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Lucene: a query that gives itself is done
  public Query rewrite(Query original) throws IOException {
    Query query = original;
    Query rewritten = query.rewrite(this);
    while (rewritten != query) {
      query = rewritten;
      rewritten = query.rewrite(this);
    }
    return query;
  }

  /**
   * Hands every article that matches to a collector.
   *
   * @param query what has to match
   * @param collector gets the articles, segment by segment, in order
   * @throws IOException if the index cannot be read
   */
  public void collect(Query query, Collector collector) throws IOException {
    search(
        query,
        new CollectorManager<Collector, Collector>() {
          @Override
          public Collector newCollector() {
            return collector; // asked for once: without an executor there is one slice
          }

          @Override
          public Collector reduce(Collection<Collector> collectors) {
            return collector;
          }
        });
  }
}
