package org.sitrep.core.index.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.store.Schema;

/**
 * Works out the stories after a change. A story has the number (sequence) of one of its live
 * articles, so that numbers are never given twice.
 *
 * <p>Looked at again are the articles that are new and those of every story that lost an article,
 * which may have held it together. Each is compared with the articles that share a band with it;
 * stories that meet in one become one. For one change and one thread.
 */
public final class StoryMaker {
  private static final int KEPT_IN_MEMORY = 2_000;
  private static final int SWEPT_SHARE = 8;

  private final IndexReader reader;
  private final StoryNumbers numbers;
  private final @Nullable Bits live;
  private final Map<Integer, Shingles> shingles = new HashMap<>();
  private final Map<Long, Long> joined = new HashMap<>();
  private final Set<Integer> looked = new HashSet<>();

  /**
   * Prepares the work.
   *
   * @param reader the index with all changes in it
   * @throws IOException if the index cannot be read
   */
  public StoryMaker(IndexReader reader) throws IOException {
    this.reader = reader;
    this.numbers = new StoryNumbers(reader);
    this.live = MultiBits.getLiveDocs(reader);
  }

  /**
   * Works out the stories.
   *
   * @param since the sequence of the first change that has not been looked at
   * @param broken the numbers of the stories that lost an article
   * @return the story of each article whose story is another now, by the article's number in the
   *     reader
   * @throws IOException if the index cannot be read
   */
  public Map<Integer, Long> work(long since, Set<Long> broken) throws IOException {
    for (int doc : numbers.live()) {
      if (numbers.sequence(doc) >= since || broken.contains(numbers.story(doc))) {
        looked.add(doc);
      }
    }
    Map<Integer, Long> changes = new HashMap<>();
    Terms bands = MultiTerms.getTerms(reader, Schema.BANDS);
    if (looked.isEmpty() || bands == null) {
      return changes;
    }
    if (looked.size() > reader.numDocs() / SWEPT_SHARE) {
      sweep(bands);
    } else {
      lookUp(bands);
    }
    for (int doc : numbers.live()) {
      long story = root(node(doc));
      if (story != numbers.story(doc)) {
        changes.put(doc, story);
      }
    }
    return changes;
  }

  /** An article that is looked at stands for itself, any other for the story that it is in. */
  private long node(int doc) {
    return looked.contains(doc) ? numbers.sequence(doc) : numbers.story(doc);
  }

  private long root(long node) {
    long at = node;
    Long next = joined.get(at);
    while (next != null) {
      at = next;
      next = joined.get(at);
    }
    if (at != node) {
      joined.put(node, at);
    }
    return at;
  }

  private void join(long a, long b) {
    long rootA = root(a);
    long rootB = root(b);
    if (rootA != rootB) {
      joined.put(Math.max(rootA, rootB), Math.min(rootA, rootB));
    }
  }

  /** Goes through the bands of the articles that are looked at. */
  private void lookUp(Terms bands) throws IOException {
    Set<BytesRef> terms = new TreeSet<>();
    for (int doc : looked) {
      terms.addAll(Bands.terms(HitReader.article(reader, doc).body()));
    }
    TermsEnum found = bands.iterator();
    for (BytesRef term : terms) {
      if (found.seekExact(term) && found.docFreq() > 1) {
        compareAll(live(found));
      }
    }
  }

  /** Goes through all bands once, which is quicker where many articles are looked at. */
  private void sweep(Terms bands) throws IOException {
    TermsEnum term = bands.iterator();
    while (term.next() != null) {
      if (term.docFreq() > 1) {
        compareAll(live(term));
      }
    }
  }

  /**
   * Compares the articles that share a band, each that is looked at with all others. Those that are
   * of one story already count as one, of which a single article has to be like another: of pages
   * that say no more than that one has to log in, there are thousands.
   */
  private void compareAll(List<Integer> group) throws IOException {
    Map<Long, List<Integer>> settled = new LinkedHashMap<>();
    for (int doc : group) {
      if (!looked.contains(doc)) {
        settled.computeIfAbsent(root(node(doc)), root -> new ArrayList<>()).add(doc);
      }
    }
    List<List<Integer>> stories = new ArrayList<>(settled.values());
    for (int doc : group) {
      if (looked.contains(doc)) {
        settle(doc, stories);
      }
    }
  }

  /** Puts an article to the story that it is of; where it is of several, they become one. */
  private void settle(int doc, List<List<Integer>> stories) throws IOException {
    List<Integer> own = null;
    for (Iterator<List<Integer>> others = stories.iterator(); others.hasNext(); ) {
      List<Integer> story = others.next();
      if (joins(doc, story)) {
        if (own == null) {
          own = story;
        } else {
          own.addAll(story);
          others.remove();
        }
      }
    }
    if (own == null) {
      own = new ArrayList<>();
      stories.add(own);
    }
    own.add(doc);
  }

  private boolean joins(int doc, List<Integer> story) throws IOException {
    if (root(node(doc)) == root(node(story.getFirst()))) {
      return true;
    }
    for (int other : story) {
      if (shingles(doc).isSameTextAs(shingles(other))) {
        join(node(doc), node(other));
        return true;
      }
    }
    return false;
  }

  private Shingles shingles(int doc) throws IOException {
    Shingles known = shingles.get(doc);
    if (known == null) {
      if (shingles.size() >= KEPT_IN_MEMORY) {
        shingles.clear();
      }
      known = Shingles.of(HitReader.article(reader, doc).body());
      shingles.put(doc, known);
    }
    return known;
  }

  private List<Integer> live(TermsEnum term) throws IOException {
    List<Integer> docs = new ArrayList<>();
    PostingsEnum articles = term.postings(null, PostingsEnum.NONE);
    for (int doc = articles.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = articles.nextDoc()) {
      if (live == null || live.get(doc)) {
        docs.add(doc);
      }
    }
    return docs;
  }
}
