package org.sitrep.core.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NumericDocValues;
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
import org.sitrep.core.index.help.SuggestionCache;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.search.KnownTerms;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.index.story.StoryReader;

/**
 * One state of the index: a reader, and what facets and queries need to know of it, made together.
 * Counted by reference: it lives until the last search leaves it.
 */
final class Snapshot implements AutoCloseable {
  private static final SplittableRandom RANDOM = new SplittableRandom();

  private final IndexReader reader;
  private final FacetState facets;
  private final Analysis analysis;
  private final KnownTerms terms = new KnownTerms();
  private @Nullable SuggestionCache suggestions;
  private final boolean lost;
  private final String name = new UUID(random(), random()).toString();
  private volatile @Nullable List<String> languages;

  Snapshot(IndexReader reader, FacetCache cache, Analysis analysis) {
    this(reader, cache, analysis, false);
  }

  private Snapshot(IndexReader reader, FacetCache cache, Analysis analysis, boolean lost) {
    this.reader = reader;
    this.analysis = analysis;
    this.lost = lost;
    this.facets = new FacetState(reader, cache);
  }

  /** The state of an index without any commit. */
  static Snapshot empty(Analysis analysis) {
    return ofNothing(analysis, false);
  }

  /** Stands in the place of a state whose files were found damaged; nothing is read from it. */
  static Snapshot lost(Analysis analysis) {
    return ofNothing(analysis, true);
  }

  private static Snapshot ofNothing(Analysis analysis, boolean lost) {
    try {
      return new Snapshot(new MultiReader(), new FacetCache(), analysis, lost);
    } catch (IOException e) {
      throw new IllegalStateException("no reader of nothing", e); // reads no file
    }
  }

  /** No secret, so the system's secure randomness, which takes long to set up, is not needed. */
  private static synchronized long random() {
    return RANDOM.nextLong();
  }

  /** Names this state of the index, as no other in any process. */
  String name() {
    return name;
  }

  IndexReader reader() {
    return reader;
  }

  FacetState facets() {
    return facets;
  }

  /** What is known of the terms of this state. */
  KnownTerms terms() {
    return terms;
  }

  /** What was suggested of this state. */
  synchronized SuggestionCache suggestions() {
    SuggestionCache made = suggestions;
    if (made == null) {
      made = new SuggestionCache(); // a search needs none, and the first takes a while
      suggestions = made;
    }
    return made;
  }

  /** The analysis by which the articles were written. */
  Analysis analysis() {
    return analysis;
  }

  /** Whether the files are to be opened anew before anything is answered. */
  boolean isLost() {
    return lost;
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
  int find(String written) throws IOException {
    String id = written.strip(); // as an article's id is
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

  /** The numbers of the stories of some articles; of those that are not there, none. */
  Set<Long> stories(Collection<String> ids) throws IOException {
    Set<Long> stories = new HashSet<>();
    StoryReader reading = new StoryReader(reader);
    for (String id : ids) {
      int article = find(id);
      if (article >= 0) {
        stories.add(reading.number(article));
      }
    }
    return stories;
  }

  /** What there is of a source. */
  SourceState source(String source) throws IOException {
    List<String> articles = new ArrayList<>();
    Set<String> states = new HashSet<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum read =
          leaf.reader().postings(new Term(Schema.ORIGIN, source), PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      int doc = read == null ? DocIdSetIterator.NO_MORE_DOCS : read.nextDoc();
      while (doc != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(doc)) {
          articles.add(HitReader.sorted(leaf.reader(), Schema.ID, doc));
          states.add(HitReader.binary(leaf.reader(), Schema.SOURCE_STATE, doc).utf8ToString());
        }
        doc = read == null ? DocIdSetIterator.NO_MORE_DOCS : read.nextDoc();
      }
    }
    boolean marked = states.size() == 1 && !states.contains("");
    return new SourceState(
        marked ? Optional.of(states.iterator().next()) : Optional.empty(), articles);
  }

  /** The numbers of all live articles, in the order in which they were added or last changed. */
  List<Integer> inSequence() throws IOException {
    List<long[]> articles = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues sequences = DocValues.getNumeric(leaf.reader(), Schema.SEQUENCE);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = sequences.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = sequences.nextDoc()) {
        if (live == null || live.get(doc)) {
          articles.add(new long[] {sequences.longValue(), leaf.docBase + doc});
        }
      }
    }
    articles.sort((a, b) -> Long.compare(a[0], b[0]));
    return articles.stream().map(article -> (int) article[1]).toList();
  }
}
