package org.sitrep.core.index.search;

import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.store.Schema;

/**
 * Keeps what is found by a reading of words to the articles of the languages that words are read so
 * in: to German, "tanker" and "tank" are forms of one word; to English they are two.
 */
final class LanguageFilter {
  private static final String NO_ANALYSIS = "";

  private LanguageFilter() {}

  /**
   * Returns a query that finds articles of some languages only, and scores as another does.
   *
   * @param query the other
   * @param languages the languages, as {@link Analysis#languageOf} gives them
   * @param all those of the whole index
   */
  static Query of(Query query, Set<String> languages, Collection<String> all) {
    if (languages.containsAll(all)) {
      return query;
    }
    BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(query, Occur.MUST);
    if (languages.contains(NO_ANALYSIS)) {
      // Of languages without an analysis there are many: all that are none of the others.
      filtered.add(keys(Sets.difference(Analysis.languages(), languages)), Occur.MUST_NOT);
    } else {
      filtered.add(keys(languages), Occur.FILTER);
    }
    return filtered.build();
  }

  private static Query keys(Set<String> languages) {
    List<BytesRef> keys =
        languages.stream()
            .flatMap(language -> Analysis.keysOf(language).stream())
            .map(BytesRef::new)
            .toList();
    return new TermInSetQuery(Schema.keys(Facet.LANGUAGE), keys);
  }
}
