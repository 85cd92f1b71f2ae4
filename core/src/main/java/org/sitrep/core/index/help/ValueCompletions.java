package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  /** A value and about how many articles have it: those deleted since may be among them. */
  record Value(String key, int articles) {}

  private static final Comparator<Value> WORST_FIRST =
      Comparator.comparingInt(Value::articles)
          .thenComparing(Comparator.comparing(Value::key).reversed());

  private final IndexReader reader;
  private final Facet facet;

  ValueCompletions(IndexReader reader, Facet facet) {
    this.reader = reader;
    this.facet = facet;
  }

  /** Returns the values that most articles have, in no order. */
  List<Value> find(String typed, int most) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, Schema.keys(facet));
    if (terms == null) {
      return List.of();
    }
    ValueStart start = new ValueStart(facet, typed, new FacetLabels(facet, reader));
    PriorityQueue<Value> best = new PriorityQueue<>(WORST_FIRST);
    TermsEnum keys = terms.iterator();
    for (BytesRef term = keys.next(); term != null; term = keys.next()) {
      String key = term.utf8ToString();
      if (!key.equals(Facet.NONE) && start.begins(key) && isSayable(key)) {
        best.add(new Value(key, keys.docFreq()));
        if (best.size() > most) {
          best.poll();
        }
      }
    }
    return new ArrayList<>(best);
  }

  /** Says whether a query can name a value: of countries, only those with a code. */
  private boolean isSayable(String key) {
    return (facet != Facet.COUNTRY && facet != Facet.ABOUT) || Country.ofCode(key).isPresent();
  }
}
