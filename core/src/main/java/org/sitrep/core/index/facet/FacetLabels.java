package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Recent;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Selection;
import org.sitrep.core.vocabulary.Country;
import org.sitrep.core.vocabulary.Folding;

/**
 * Finds the label by which a key is shown: the English name of a country or language, and for what
 * publishers wrote the form most often seen among the live articles, equals by code point. Keeps
 * those that were asked for lately.
 *
 * <p>Safe for use by several threads while the reader is open.
 */
public final class FacetLabels {
  private static final String NONE = "(none)";
  private static final String UNKNOWN = "unknown";
  private static final int MOST_KEPT = 5_000;

  private final Facet facet;
  private final IndexReader reader;
  private final Recent<String, String> labels = new Recent<>(MOST_KEPT);
  private final Recent<String, String> sorted = new Recent<>(MOST_KEPT);
  private final Recent<String, Selection> selected = new Recent<>(MOST_KEPT);

  /**
   * Prepares finding labels.
   *
   * @param facet the dimension
   * @param reader the reader
   */
  public FacetLabels(Facet facet, IndexReader reader) {
    this.facet = facet;
    this.reader = reader;
  }

  /**
   * Returns the label of a key.
   *
   * @param key the key of a value, or of none
   * @return the label
   * @throws IOException if the index cannot be read
   */
  public String label(String key) throws IOException {
    String known = labels.get(key);
    if (known == null) {
      known = found(key);
      labels.keep(key, known);
    }
    return known;
  }

  /**
   * Returns what a value is ordered by.
   *
   * @param key the key of a value, or of none
   * @return the label, folded
   * @throws IOException if the index cannot be read
   */
  String sorted(String key) throws IOException {
    String known = sorted.get(key);
    if (known == null) {
      known = Folding.fold(label(key));
      sorted.keep(key, known);
    }
    return known;
  }

  /**
   * Returns the selection of a value where nothing else is selected in its dimension.
   *
   * @param key the key of a value, or of none
   * @return the selection
   */
  Selection selected(String key) {
    Selection known = selected.get(key);
    if (known == null) {
      known = Selection.none(facet).toggle(key);
      selected.keep(key, known);
    }
    return known;
  }

  private String found(String key) throws IOException {
    if (key.equals(Facet.NONE)) {
      return facet == Facet.DATE ? UNKNOWN : NONE;
    }
    return switch (facet) {
      case COUNTRY, ABOUT -> countryLabel(key);
      case LANGUAGE -> Locale.forLanguageTag(key).getDisplayName(Locale.ENGLISH);
      case DATE -> key;
      case TAG, TOPIC, SECTION, SOURCE, AUTHOR -> formMostSeen(key);
    };
  }

  private static String countryLabel(String code) {
    return Country.ofCode(code).map(Country::label).orElse(code);
  }

  private String formMostSeen(String key) throws IOException {
    Map<String, Integer> seen = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      countForms(leaf.reader(), new BytesRef(Schema.formTerm(key, "")), seen);
    }
    String label = key;
    int most = 0;
    for (Map.Entry<String, Integer> form : seen.entrySet()) {
      int count = form.getValue();
      if (count > most || (count == most && byCodePoint(form.getKey(), label) < 0)) {
        label = form.getKey();
        most = count;
      }
    }
    return label;
  }

  private static int byCodePoint(String a, String b) {
    return new BytesRef(a).compareTo(new BytesRef(b));
  }

  private void countForms(LeafReader leaf, BytesRef start, Map<String, Integer> seen)
      throws IOException {
    Terms terms = leaf.terms(Schema.forms(facet));
    if (terms == null) {
      return;
    }
    TermsEnum forms = terms.iterator();
    TermsEnum.SeekStatus found = forms.seekCeil(start);
    BytesRef form = found == TermsEnum.SeekStatus.END ? null : forms.term();
    while (form != null && StringHelper.startsWith(form, start)) {
      int live = live(forms, leaf.getLiveDocs());
      if (live > 0) {
        String text = form.utf8ToString().substring(start.utf8ToString().length());
        seen.merge(text, live, Integer::sum);
      }
      form = forms.next();
    }
  }

  private static int live(TermsEnum term, @Nullable Bits liveDocs) throws IOException {
    if (liveDocs == null) {
      return term.docFreq();
    }
    PostingsEnum articles = term.postings(null, PostingsEnum.NONE);
    int live = 0;
    for (int doc = articles.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = articles.nextDoc()) {
      if (liveDocs.get(doc)) {
        live++;
      }
    }
    return live;
  }
}
