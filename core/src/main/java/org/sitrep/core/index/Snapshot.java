package org.sitrep.core.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.facet.FacetCache;
import org.sitrep.core.index.facet.FacetState;
import org.sitrep.core.index.store.Schema;

/**
 * One state of the index: a reader, and what facets and queries need to know of it, made together.
 * Counted by reference: it lives until the last search leaves it.
 */
final class Snapshot implements AutoCloseable {
  private final IndexReader reader;
  private final FacetState facets;
  private volatile @Nullable List<String> languages;

  Snapshot(IndexReader reader, FacetCache cache) {
    this.reader = reader;
    this.facets = new FacetState(reader, cache);
  }

  /** The state of an index without any commit. */
  static Snapshot empty() {
    try {
      return new Snapshot(new MultiReader(), new FacetCache());
    } catch (IOException e) {
      throw new IllegalStateException("no reader of nothing", e); // reads no file
    }
  }

  IndexReader reader() {
    return reader;
  }

  FacetState facets() {
    return facets;
  }

  /** The reader of a commit, or null in an index without any. */
  @Nullable DirectoryReader directoryReader() {
    return reader instanceof DirectoryReader committed ? committed : null;
  }

  /** Holds the snapshot for one more user; false where it is gone already. */
  boolean tryRetain() {
    return reader.tryIncRef();
  }

  /** Lets the snapshot go. */
  @Override
  public void close() throws IOException {
    reader.decRef();
  }

  /** The languages that the articles are analysed by. */
  List<String> languages() throws IOException {
    List<String> known = languages;
    if (known == null) {
      TreeSet<String> found = new TreeSet<>();
      Terms terms = MultiTerms.getTerms(reader, Schema.keys(Facet.LANGUAGE));
      if (terms != null) {
        TermsEnum tags = terms.iterator();
        for (BytesRef tag = tags.next(); tag != null; tag = tags.next()) {
          found.add(Analysis.languageOf(tag.utf8ToString()));
        }
      }
      known = List.copyOf(found);
      languages = known;
    }
    return known;
  }

  /** The number of the article with an id, or -1 where there is none. */
  int find(String id) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum articles = leaf.reader().postings(new Term(Schema.ID, id), PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      int doc = articles == null ? DocIdSetIterator.NO_MORE_DOCS : articles.nextDoc();
      while (doc != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(doc)) {
          return leaf.docBase + doc;
        }
        doc = articles.nextDoc();
      }
    }
    return -1;
  }

  /** The numbers of all live articles, in the order in which they were added or last changed. */
  List<Integer> inSequence() throws IOException {
    List<long[]> articles = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      var sequences = DocValues.getSortedNumeric(leaf.reader(), Schema.SEQUENCE);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = sequences.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = sequences.nextDoc()) {
        if (live == null || live.get(doc)) {
          articles.add(new long[] {sequences.nextValue(), leaf.docBase + doc});
        }
      }
    }
    articles.sort((a, b) -> Long.compare(a[0], b[0]));
    return articles.stream().map(article -> (int) article[1]).toList();
  }
}
