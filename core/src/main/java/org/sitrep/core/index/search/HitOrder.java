package org.sitrep.core.index.search;

import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Cursor;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Sort;

/** The orders of hits in Lucene's terms; each ends with the id, so that no two hits are equal. */
public final class HitOrder {
  private static final SortField ID = IdComparator.order();

  private HitOrder() {}

  /**
   * Returns an order.
   *
   * @param sort the order asked for
   * @return the same in Lucene's terms
   */
  public static org.apache.lucene.search.Sort of(Sort sort) {
    return switch (sort) {
      case RELEVANCE ->
          new org.apache.lucene.search.Sort(
              SortField.FIELD_SCORE, latest(Schema.DATE_START), latest(Schema.DATE_END), ID);
      case NEWEST ->
          new org.apache.lucene.search.Sort(latest(Schema.DATE_START), latest(Schema.DATE_END), ID);
      case OLDEST ->
          new org.apache.lucene.search.Sort(
              earliest(Schema.DATE_START), earliest(Schema.DATE_END), ID);
    };
  }

  /**
   * Returns the place of a cursor in its order.
   *
   * @param cursor the cursor
   * @return the place, after which hits are collected
   */
  public static FieldDoc place(Cursor cursor) {
    BytesRef id = new BytesRef(cursor.id());
    // The id tells hits apart, so any number of an article will do: this one comes after all.
    return cursor.sort() == Sort.RELEVANCE
        ? new FieldDoc(
            Integer.MAX_VALUE,
            cursor.score(),
            new Object[] {cursor.score(), cursor.start(), cursor.end(), id})
        : new FieldDoc(
            Integer.MAX_VALUE, Float.NaN, new Object[] {cursor.start(), cursor.end(), id});
  }

  /**
   * Returns the cursor that stands after a hit.
   *
   * @param request what was asked
   * @param snapshot names the state of the index that the hit was found in
   * @param hit the hit as it was collected
   * @return the cursor
   */
  public static Cursor cursor(SearchRequest request, String snapshot, ScoreDoc hit) {
    Object[] keys = ((FieldDoc) hit).fields;
    boolean byScore = request.sort() == Sort.RELEVANCE;
    int first = byScore ? 1 : 0;
    return Cursor.of(
        request,
        snapshot,
        byScore ? (float) keys[0] : 0,
        (long) keys[first],
        (long) keys[first + 1],
        ((BytesRef) keys[first + 2]).utf8ToString());
  }

  private static SortField latest(String field) {
    return new SortField(field, SortField.Type.LONG, true, Long.MIN_VALUE);
  }

  private static SortField earliest(String field) {
    return new SortField(field, SortField.Type.LONG, false, Long.MAX_VALUE);
  }
}
