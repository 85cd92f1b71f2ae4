package org.sitrep.core.index.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.index.store.Schema;

/**
 * Orders hits by id, as the last of several orders: reads an id only when two hits of different
 * segments are equal in all else. Lucene's own comparator reads the id of each hit that it keeps.
 */
final class IdComparator extends FieldComparator<BytesRef> implements LeafFieldComparator {
  private final int[] segments;
  private final int[] ordinals;
  private final List<SortedDocValues> read = new ArrayList<>();
  private SortedDocValues here = DocValues.emptySorted();
  private BytesRef top = new BytesRef();
  private int bottomSlot;

  private IdComparator(int hits) {
    segments = new int[hits];
    ordinals = new int[hits];
  }

  static SortField order() {
    return new SortField(
        Schema.ID,
        new FieldComparatorSource() {
          @Override
          public FieldComparator<?> newComparator(
              String field, int hits, Pruning pruning, boolean reversed) {
            return new IdComparator(hits);
          }
        });
  }

  @Override
  public LeafFieldComparator getLeafComparator(LeafReaderContext leaf) throws IOException {
    here = DocValues.getSorted(leaf.reader(), Schema.ID);
    read.add(DocValues.getSorted(leaf.reader(), Schema.ID));
    return this;
  }

  private int ordinal(int doc) throws IOException {
    return here.advanceExact(doc) ? here.ordValue() : -1;
  }

  private BytesRef id(int segment, int ordinal) throws IOException {
    return ordinal < 0 ? new BytesRef() : read.get(segment).lookupOrd(ordinal);
  }

  @Override
  public void copy(int slot, int doc) throws IOException {
    segments[slot] = read.size() - 1;
    ordinals[slot] = ordinal(doc);
  }

  @Override
  public BytesRef value(int slot) {
    try {
      return BytesRef.deepCopyOf(id(segments[slot], ordinals[slot]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int compare(int slot1, int slot2) {
    return segments[slot1] == segments[slot2]
        ? Integer.compare(ordinals[slot1], ordinals[slot2])
        : value(slot1).compareTo(value(slot2));
  }

  @Override
  public void setBottom(int slot) {
    bottomSlot = slot;
  }

  @Override
  public int compareBottom(int doc) throws IOException {
    int ordinal = ordinal(doc);
    int here = read.size() - 1;
    return segments[bottomSlot] == here
        ? Integer.compare(ordinals[bottomSlot], ordinal)
        : value(bottomSlot).compareTo(id(here, ordinal));
  }

  @Override
  public void setTopValue(BytesRef value) {
    top = value;
  }

  @Override
  public int compareTop(int doc) throws IOException {
    return top.compareTo(id(read.size() - 1, ordinal(doc)));
  }

  @Override
  public void setScorer(Scorable scorer) {}
}
