package org.sitrep.core.index.search;

import org.apache.lucene.search.SortField;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.search.Sort;

/** The orders of hits in Lucene's terms; each ends with the id, so that no two hits are equal. */
public final class HitOrder {
  private static final SortField ID = new SortField(Schema.ID, SortField.Type.STRING);

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

  private static SortField latest(String field) {
    return new SortField(field, SortField.Type.LONG, true, Long.MIN_VALUE);
  }

  private static SortField earliest(String field) {
    return new SortField(field, SortField.Type.LONG, false, Long.MAX_VALUE);
  }
}
