package org.sitrep.core.index.search;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.sitrep.core.search.Ranking;

/**
 * BM25 for fields in which each word leaves two terms at one place. Lucene measures a text by its
 * places, but takes the average over terms, so that texts would seem half as long as they are.
 */
final class WordSimilarity extends BM25Similarity {
  private static final float TERMS_OF_A_WORD = 2;

  WordSimilarity(Ranking ranking) {
    super((float) ranking.k1(), (float) ranking.b());
  }

  @Override
  protected float avgFieldLength(CollectionStatistics statistics) {
    return Math.max(1, super.avgFieldLength(statistics) / TERMS_OF_A_WORD);
  }
}
