package org.sitrep.core.index.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Collapse;

/**
 * Makes one hit of the hits of a story. Articles without copies are handed on at once; the others
 * are kept until all are in, some 50 bytes each, and then the best of each story is handed on with
 * the score of the story's best match. For one search and one thread.
 */
public final class CollapsedHits implements Collector {
  private record Member(int doc, long published, long rank) {}

  private static final class Group {
    private final List<Member> members = new ArrayList<>(2);
    private float score = Float.NEGATIVE_INFINITY;
    private int best;
    private int match;
  }

  private final IndexReader reader;
  private final Collector hits;
  private final StoryOrdinals stories;
  private final BestCopy best;
  private final @Nullable Group[] groups;
  private long total;
  private long articles;

  /**
   * Prepares collecting.
   *
   * @param reader the reader that is searched
   * @param stories its stories
   * @param collapse which copy stands for a story
   * @param hits gets one article a story
   */
  public CollapsedHits(
      IndexReader reader, StoryOrdinals stories, Collapse collapse, Collector hits) {
    this.reader = reader;
    this.stories = stories;
    this.best = new BestCopy(collapse);
    this.hits = hits;
    this.groups = new Group[stories.size()];
  }

  @Override
  public ScoreMode scoreMode() {
    return hits.scoreMode();
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    return new Leaf(context);
  }

  private final class Leaf implements LeafCollector {
    private final LeafCollector alone;
    private final int base;
    private final NumericDocValues published;
    private final BestCopy.Leaf ranks;
    private final boolean scored = scoreMode().needsScores();
    private @Nullable Scorable scorer;

    Leaf(LeafReaderContext context) throws IOException {
      alone = hits.getLeafCollector(context);
      base = context.docBase;
      published = DocValues.getNumeric(context.reader(), Schema.DATE_START);
      ranks = best.leaf(context);
    }

    @Override
    public void setScorer(Scorable scorer) throws IOException {
      this.scorer = scorer;
      alone.setScorer(scorer);
    }

    @Override
    public void collect(int doc) throws IOException {
      articles++;
      int story = stories.of(base + doc);
      if (story == StoryOrdinals.ALONE) {
        total++;
        alone.collect(doc);
        return;
      }
      Group group = groups[story];
      if (group == null) {
        total++;
        group = new Group();
        groups[story] = group;
      }
      long start = published.advanceExact(doc) ? published.longValue() : Long.MAX_VALUE;
      group.members.add(new Member(base + doc, start, ranks.rank(doc)));
      if (scored && scorer != null) {
        float score = scorer.score();
        if (score > group.score) {
          group.score = score;
          group.match = base + doc;
        }
      }
    }

    @Override
    public void finish() throws IOException {
      alone.finish();
    }
  }

  /**
   * Hands on the best copies, once, after all articles.
   *
   * @throws IOException if the index cannot be read
   */
  public void finish() throws IOException {
    List<Group> found = new ArrayList<>();
    for (Group group : groups) {
      if (group != null) {
        group.best = best(group.members).doc();
        found.add(group);
      }
    }
    found.sort(Comparator.comparingInt(group -> group.best));
    int next = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      int first = next;
      while (next < found.size() && found.get(next).best < end) {
        next++;
      }
      if (next > first) {
        handOn(found.subList(first, next), leaf);
      }
    }
  }

  private void handOn(List<Group> chosen, LeafReaderContext leaf) throws IOException {
    LeafCollector collector = hits.getLeafCollector(leaf);
    for (Group group : chosen) {
      collector.setScorer(
          new Scorable() {
            @Override
            public float score() {
              return group.score;
            }
          });
      collector.collect(group.best - leaf.docBase);
    }
    collector.finish();
  }

  private Member best(List<Member> members) throws IOException {
    Member found = members.get(0);
    for (Member member : members.subList(1, members.size())) {
      long difference = Long.compare(member.rank(), found.rank());
      if (difference < 0 || (difference == 0 && isEarlier(member, found))) {
        found = member;
      }
    }
    return found;
  }

  private boolean isEarlier(Member a, Member b) throws IOException {
    return a.published() == b.published()
        ? id(a).compareTo(id(b)) < 0
        : a.published() < b.published();
  }

  private BytesRef id(Member member) throws IOException {
    return new BytesRef(HitReader.id(reader, member.doc()));
  }

  /**
   * Returns the best match of a hit's story, whose score the hit has.
   *
   * @param doc the number in the reader of an article that was handed on with a score
   * @return the number of that article or of one of its copies
   */
  public int match(int doc) {
    int story = stories.of(doc);
    Group group = story == StoryOrdinals.ALONE ? null : groups[story];
    return group == null ? doc : group.match;
  }

  /**
   * Returns the other articles of a hit's story that match, the earliest first, equals by id.
   *
   * @param doc the number in the reader of an article that was handed on
   * @return their numbers in the reader, none for an article without copies
   * @throws IOException if the index cannot be read
   */
  public List<Integer> copies(int doc) throws IOException {
    int story = stories.of(doc);
    Group group = story == StoryOrdinals.ALONE ? null : groups[story];
    if (group == null) {
      return List.of();
    }
    List<Member> left = new ArrayList<>(group.members);
    left.removeIf(member -> member.doc() == doc);
    Map<Member, BytesRef> ids = new HashMap<>();
    for (Member member : left) {
      ids.put(member, id(member));
    }
    left.sort(
        Comparator.comparingLong(Member::published)
            .thenComparing(ids::get, Comparator.nullsLast(Comparator.naturalOrder())));
    return left.stream().map(Member::doc).toList();
  }

  /**
   * Returns how many stories were found.
   *
   * @return the number, with articles without copies as stories of one
   */
  public long total() {
    return total;
  }

  /**
   * Returns how many articles were found.
   *
   * @return the number, copies among them
   */
  public long articles() {
    return articles;
  }
}
