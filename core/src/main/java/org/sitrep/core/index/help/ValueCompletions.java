package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.facet.FacetLabels;
import org.sitrep.core.index.facet.ValueStart;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.vocabulary.Country;

/** Finds the values of a dimension of which a word begins with what a person typed. */
final class ValueCompletions {
  /**
   * A value.
   *
   * @param articles about how many articles have it: those deleted since may be among them
   * @param otherName the name that begins so where the label does not
   */
  record Value(String key, int articles, Optional<String> otherName) {}

  private record Key(Facet facet, String typed, int most) {}

  private static final Comparator<Value> WORST_FIRST =
      Comparator.comparingInt(Value::articles)
          .thenComparing(Comparator.comparing(Value::key).reversed());

  private final IndexReader reader;
  private final FacetLabels labels;
  private final Facet facet;
  private final SuggestionCache cache;

  ValueCompletions(IndexReader reader, FacetLabels labels, Facet facet, SuggestionCache cache) {
    this.reader = reader;
    this.labels = labels;
    this.facet = facet;
    this.cache = cache;
  }

  /** Returns the values that most articles have, in no order. */
  List<Value> find(String typed, int most) throws IOException {
    return cache.get(new Key(facet, typed, most), () -> look(typed, most));
  }

  private List<Value> look(String typed, int most) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, Schema.keys(facet));
    if (terms == null) {
      return List.of();
    }
    ValueStart start = new ValueStart(facet, typed, labels);
    PriorityQueue<Value> best = new PriorityQueue<>(WORST_FIRST);
    TermsEnum keys = terms.iterator();
    for (BytesRef term = keys.next(); term != null; term = keys.next()) {
      String key = term.utf8ToString();
      if (!key.equals(Facet.NONE) && start.begins(key) && isSayable(key)) {
        best.add(new Value(key, keys.docFreq(), Optional.empty()));
        if (best.size() > most) {
          best.poll();
        }
      }
    }
    List<Value> named = new ArrayList<>();
    for (Value value : best) {
      named.add(new Value(value.key(), value.articles(), start.otherName(value.key())));
    }
    return named;
  }

  /** Says whether a query can name a value: of countries, only those with a code. */
  private boolean isSayable(String key) {
    return (facet != Facet.COUNTRY && facet != Facet.ABOUT) || Country.ofCode(key).isPresent();
  }
}
