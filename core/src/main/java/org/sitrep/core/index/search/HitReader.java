package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.article.Article;
import org.sitrep.core.index.store.RecordCodec;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Copy;
import org.sitrep.core.search.Hit;
import org.sitrep.core.search.Snippet;
import org.sitrep.core.search.Span;

/** Reads what is kept of single articles. */
public final class HitReader {
  private HitReader() {}

  /**
   * Reads what a list of hits shows.
   *
   * @param searcher searches the reader
   * @param query what was searched for
   * @param found the articles and their scores
   * @param snippets how many snippets to cut at most; with 0 no body is read
   * @return the hits in the same order
   * @throws IOException if the index cannot be read
   * @throws OutOfTimeException if the searcher's time is over before all hits are read
   */
  public static List<Hit> hits(
      ArticleSearcher searcher, Query query, List<ScoreDoc> found, int snippets)
      throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1.0f);
    Hit[] hits = new Hit[found.size()];
    // In the order of the index, which postings are read in.
    Integer[] order = new Integer[hits.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> found.get(i).doc));
    List<LeafReaderContext> leaves = searcher.getLeafContexts();
    Segment segment = null;
    for (int i : order) {
      searcher.checkTime();
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.get(i).doc, leaves));
      if (segment == null || segment.leaf != leaf) {
        segment = new Segment(leaf);
      }
      hits[i] = hit(searcher, weight, segment, found.get(i), snippets);
    }
    return Arrays.asList(hits);
  }

  /** What the hits of one segment show; asked for in the order of its articles. */
  private static final class Segment {
    private final LeafReaderContext leaf;
    private final BinaryDocValues shown;

    Segment(LeafReaderContext leaf) throws IOException {
      this.leaf = leaf;
      this.shown = DocValues.getBinary(leaf.reader(), Schema.HIT);
    }
  }

  private static Hit hit(
      ArticleSearcher searcher, Weight weight, Segment segment, ScoreDoc found, int snippets)
      throws IOException {
    LeafReaderContext leaf = segment.leaf;
    int doc = found.doc - leaf.docBase;
    float score = Float.isNaN(found.score) ? 0 : found.score;
    Hit hit = RecordCodec.decodeHit(binary(segment.shown, leaf.reader(), Schema.HIT, doc), score);
    Marks marks = new Marks(searcher, leaf.reader(), doc, weight.matches(leaf, doc));
    List<Span> inTitle = marks.in(Schema.TITLE);
    List<Snippet> passages = List.of();
    if (snippets > 0) {
      searcher.checkTime();
      String body = article(searcher.getIndexReader(), found.doc).body();
      searcher.checkTime();
      List<Span> inBody = marks.in(Schema.BODY);
      passages = Snippets.cut(body, inBody, snippets, searcher::checkTime);
    }
    return new Hit(
        hit.id(),
        hit.score(),
        new Snippet(hit.title().text(), inTitle),
        hit.published(),
        hit.publishedFrom(),
        hit.countries(),
        hit.source(),
        hit.url(),
        hit.language(),
        passages,
        List.of(),
        0);
  }

  /**
   * Adds its copies to a hit.
   *
   * @param reader the reader
   * @param hit the hit
   * @param docs the copies' numbers in the reader, in order
   * @return the hit with its copies, of which it lists no more than it may
   * @throws IOException if the index cannot be read
   */
  public static Hit withCopies(IndexReader reader, Hit hit, List<Integer> docs) throws IOException {
    List<Copy> copies = new ArrayList<>();
    for (int doc : docs.subList(0, Math.min(docs.size(), Hit.MAX_COPIES))) {
      LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
      Hit copy = shown(leaf.reader(), doc - leaf.docBase, 0);
      copies.add(
          new Copy(
              copy.id(),
              copy.title().text(),
              copy.published(),
              copy.publishedFrom(),
              copy.source()));
    }
    return new Hit(
        hit.id(),
        hit.score(),
        hit.title(),
        hit.published(),
        hit.publishedFrom(),
        hit.countries(),
        hit.source(),
        hit.url(),
        hit.language(),
        hit.snippets(),
        copies,
        docs.size());
  }

  private static Hit shown(LeafReader leaf, int doc, float score) throws IOException {
    return RecordCodec.decodeHit(binary(leaf, Schema.HIT, doc), score);
  }

  /**
   * Reads a whole article.
   *
   * @param reader the reader
   * @param doc the article's number in the reader
   * @return the article
   * @throws IOException if the index cannot be read
   */
  public static Article article(IndexReader reader, int doc) throws IOException {
    BytesRef record;
    try {
      record =
          reader.storedFields().document(doc, Set.of(Schema.RECORD)).getBinaryValue(Schema.RECORD);
    } catch (RuntimeException e) {
      throw new CorruptIndexException("a stored article cannot be read", reader.toString(), e);
    }
    if (record == null) {
      throw new CorruptIndexException("an article has no record", reader.toString());
    }
    return RecordCodec.decode(record);
  }

  /**
   * Reads an article's id.
   *
   * @param reader the reader
   * @param doc the article's number in the reader
   * @return the id
   * @throws IOException if the index cannot be read
   */
  public static String id(IndexReader reader, int doc) throws IOException {
    LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(doc, reader.leaves()));
    return sorted(leaf.reader(), Schema.ID, doc - leaf.docBase);
  }

  /**
   * Reads a text in binary doc values.
   *
   * @param leaf the segment
   * @param field the field
   * @param doc the article's number in the segment
   * @return the bytes
   * @throws IOException if there are none, or the index cannot be read
   */
  public static BytesRef binary(LeafReader leaf, String field, int doc) throws IOException {
    return binary(DocValues.getBinary(leaf, field), leaf, field, doc);
  }

  private static BytesRef binary(BinaryDocValues values, LeafReader leaf, String field, int doc)
      throws IOException {
    if (!values.advanceExact(doc)) {
      throw new CorruptIndexException("an article has no " + field, leaf.toString());
    }
    return values.binaryValue();
  }

  /**
   * Reads a text in sorted doc values.
   *
   * @param leaf the segment
   * @param field the field
   * @param doc the article's number in the segment
   * @return the text
   * @throws IOException if there is none, or the index cannot be read
   */
  public static String sorted(LeafReader leaf, String field, int doc) throws IOException {
    SortedDocValues values = DocValues.getSorted(leaf, field);
    if (!values.advanceExact(doc)) {
      throw new CorruptIndexException("an article has no " + field, leaf.toString());
    }
    return values.lookupOrd(values.ordValue()).utf8ToString();
  }

  /**
   * Reads when an article was added or last changed.
   *
   * @param leaf the segment
   * @param doc the article's number in the segment
   * @return its sequence
   * @throws IOException if there is none, or the index cannot be read
   */
  public static long sequence(LeafReader leaf, int doc) throws IOException {
    NumericDocValues values = DocValues.getNumeric(leaf, Schema.SEQUENCE);
    if (!values.advanceExact(doc)) {
      throw new CorruptIndexException("an article has no " + Schema.SEQUENCE, leaf.toString());
    }
    return values.longValue();
  }
}
