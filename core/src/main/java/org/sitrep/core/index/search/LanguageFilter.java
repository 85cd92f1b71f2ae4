package org.sitrep.core.index.search;

import java.util.Collection;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.store.Schema;

/**
 * Keeps what is found by a reading of words to the articles of the languages that words are read so
 * in: to German, "tanker" and "tank" are forms of one word; to English they are two. How English
 * reads them, and how they stand, counts everywhere: "ministers" finds the minister of a German
 * article.
 */
final class LanguageFilter {
  private static final Set<String> EVERYWHERE = Set.of("en", "");

  private LanguageFilter() {}

  /**
   * Returns a query that finds articles of some languages only, and scores as another does.
   *
   * @param query the other
   * @param languages the languages, as {@link Analysis#languageOf} gives them
   * @param all those of the whole index
   */
  static Query of(Query query, Set<String> languages, Collection<String> all) {
    if (languages.containsAll(all) || languages.stream().anyMatch(EVERYWHERE::contains)) {
      return query;
    }
    String field = Schema.keys(Facet.LANGUAGE);
    Query ofLanguages =
        languages.size() == 1
            ? new TermQuery(new Term(field, languages.iterator().next()))
            : new TermInSetQuery(field, languages.stream().map(BytesRef::new).toList());
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(ofLanguages, Occur.FILTER).build();
  }
}
