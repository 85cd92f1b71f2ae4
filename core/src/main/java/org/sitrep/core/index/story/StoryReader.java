package org.sitrep.core.index.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.sitrep.core.index.search.HitReader;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Story;

/** Reads the stories of a reader. For one thread. */
public final class StoryReader {
  private record Member(long published, String id) {}

  private static final Comparator<Member> EARLIEST =
      Comparator.comparingLong(Member::published).thenComparing(Member::id);

  private final IndexReader reader;
  private final StoryNumbers numbers;

  /**
   * Prepares reading.
   *
   * @param reader the index
   * @throws IOException if the index cannot be read
   */
  public StoryReader(IndexReader reader) throws IOException {
    this.reader = reader;
    this.numbers = new StoryNumbers(reader);
  }

  /**
   * Returns what matches the articles of an article's story.
   *
   * @param reader the index
   * @param doc the article's number in the reader
   * @return the filter
   * @throws IOException if the index cannot be read
   */
  public static Query filter(IndexReader reader, int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    NumericDocValues story = DocValues.getNumeric(leaf.reader(), Schema.STORY);
    return story.advanceExact(doc - leaf.docBase)
        ? NumericDocValuesField.newSlowExactQuery(Schema.STORY, story.longValue())
        : MatchAllDocsQuery.INSTANCE;
  }

  /**
   * Returns the number of the story of an article.
   *
   * @param doc the article's number in the reader
   * @return the story's number
   */
  public long number(int doc) {
    return numbers.story(doc);
  }

  /**
   * Returns the story of an article.
   *
   * @param doc the article's number in the reader
   * @return its story, of one article or more
   * @throws IOException if the index cannot be read
   */
  public Story of(int doc) throws IOException {
    List<Integer> members = new ArrayList<>();
    for (int other : numbers.live()) {
      if (numbers.story(other) == numbers.story(doc)) {
        members.add(other);
      }
    }
    return story(members);
  }

  /**
   * Returns the stories of two articles or more.
   *
   * @return the stories, by the sequence of the articles that they are numbered by
   * @throws IOException if the index cannot be read
   */
  public List<Story> ofMany() throws IOException {
    Map<Long, List<Integer>> members = new TreeMap<>();
    for (int doc : numbers.live()) {
      members.computeIfAbsent(numbers.story(doc), number -> new ArrayList<>()).add(doc);
    }
    List<Story> stories = new ArrayList<>();
    for (Collection<Integer> docs : members.values()) {
      if (docs.size() > 1) {
        stories.add(story(docs));
      }
    }
    return stories;
  }

  private Story story(Collection<Integer> docs) throws IOException {
    List<Member> members = new ArrayList<>();
    for (int doc : docs) {
      members.add(new Member(published(doc).orElse(Long.MAX_VALUE), HitReader.id(reader, doc)));
    }
    members.sort(EARLIEST);
    List<String> ids = members.stream().map(Member::id).toList();
    return new Story(ids.get(0), ids);
  }

  private Optional<Long> published(int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    NumericDocValues start = DocValues.getNumeric(leaf.reader(), Schema.DATE_START);
    return start.advanceExact(doc - leaf.docBase)
        ? Optional.of(start.longValue())
        : Optional.empty();
  }
}
