package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.apache.lucene.util.FixedBitSet;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.search.FacetOrder;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;

/**
 * Orders the counts of one dimension and picks the values to list. For one search, at whose end of
 * time it ends too.
 */
final class FacetList {
  /** After how many values or comparisons of two the time is looked at. */
  private static final int AT_ONCE = 1 << 8;

  /**
   * A value by its number, -1 where no article has it. The numbers follow the keys, and so the
   * folded labels; where a label is no form of its key, it is put before the number.
   */
  private record Counted(int ordinal, boolean none, String label, long count) {}

  /** A value that is listed. */
  private record Listed(int ordinal, String key, long count) {}

  /** What is asked to come first does. */
  private final class Order implements Comparator<Counted> {
    private final boolean byCount = asked.order() == FacetOrder.COUNT;

    @Override
    public int compare(Counted a, Counted b) {
      look();
      if (byCount && a.count() != b.count()) {
        return Long.compare(b.count(), a.count());
      }
      if (a.none() != b.none()) {
        return a.none() ? 1 : -1;
      }
      int labels = a.label().compareTo(b.label());
      return labels == 0 ? Integer.compare(a.ordinal(), b.ordinal()) : labels;
    }
  }

  private final FacetRequest asked;
  private final SearchRequest request;
  private final Selection selection;
  private final DimensionCounter counter;
  private final FacetLabels labels;
  private final ArticleSearcher searcher;
  private final Ordinals.Keys keys;
  private final ValueStart start;
  private final FixedBitSet passedOver;
  private final List<Listed> listed;
  private int distinct;
  private int looked;

  /**
   * Picks the values.
   *
   * @param searcher knows when the time is over
   */
  FacetList(
      FacetRequest asked,
      SearchRequest request,
      DimensionCounter counter,
      FacetLabels labels,
      ArticleSearcher searcher)
      throws IOException {
    this.asked = asked;
    this.request = request;
    this.selection = request.selection(asked.facet());
    this.counter = counter;
    this.labels = labels;
    this.searcher = searcher;
    this.keys = counter.ordinals().keys();
    this.start = new ValueStart(asked.facet(), asked.prefix(), labels);
    this.passedOver = new FixedBitSet(Math.max(1, counter.ordinals().size()));
    this.listed = picked();
    addSelected(listed);
  }

  private void look() {
    if (++looked % AT_ONCE == 0) {
      searcher.checkTime();
    }
  }

  /** Finds the values to list, and counts on the way how many pass. */
  private List<Listed> picked() throws IOException {
    int[] counts = counter.counts();
    int none = counter.ordinals().none();
    int to = (int) Math.min((long) asked.offset() + asked.limit(), counts.length);
    Comparator<Counted> order = new Order();
    Queue<Counted> lastFirst = new PriorityQueue<>(order.reversed());
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      if (counts[ordinal] == 0) {
        continue;
      }
      look();
      if (!passes(ordinal)) {
        passedOver.set(ordinal);
        continue;
      }
      distinct += ordinal == none ? 0 : 1;
      Counted last = lastFirst.size() < to ? null : lastFirst.peek();
      if (to > 0 && (last == null || mayPrecede(last, counts[ordinal]))) {
        lastFirst.add(new Counted(ordinal, ordinal == none, sortLabel(ordinal), counts[ordinal]));
        if (lastFirst.size() > to) {
          lastFirst.remove();
        }
      }
    }
    List<Counted> first = new ArrayList<>(lastFirst);
    first.sort(order);
    List<Listed> picked = new ArrayList<>();
    for (Counted value : first.subList(Math.min(asked.offset(), first.size()), first.size())) {
      picked.add(new Listed(value.ordinal(), keys.key(value.ordinal()), value.count()));
    }
    return picked;
  }

  /** Whether a value whose number is behind all so far may come before one of them. */
  private boolean mayPrecede(Counted other, int count) {
    if (asked.order() == FacetOrder.COUNT && count != other.count()) {
      return count > other.count();
    }
    return other.none() || !other.label().isEmpty();
  }

  private boolean passes(int ordinal) throws IOException {
    return isAtLevel(ordinal) && (start.isBlank() || start.begins(keys.key(ordinal)));
  }

  private boolean isAtLevel(int ordinal) {
    if (asked.facet() != Facet.DATE) {
      return true;
    }
    int length = counter.ordinals().dateLength(ordinal);
    return length == 0 || length == asked.level().keyLength();
  }

  private String sortLabel(int ordinal) throws IOException {
    return switch (asked.facet()) {
      case COUNTRY, ABOUT, LANGUAGE -> labels.sorted(keys.key(ordinal));
      case DATE, TAG, TOPIC, SECTION, SOURCE, AUTHOR -> "";
    };
  }

  /** Values that are selected or excluded are listed in any case. */
  private void addSelected(List<Listed> picked) throws IOException {
    if (!counter.isSelected()) {
      return;
    }
    Set<String> missing = new LinkedHashSet<>(selection.included());
    missing.addAll(selection.excluded());
    for (Listed value : picked) {
      missing.remove(value.key());
    }
    for (String key : missing) {
      look();
      int ordinal = keys.find(key);
      picked.add(new Listed(ordinal, key, ordinal < 0 ? 0 : counter.counts()[ordinal]));
    }
  }

  /** Returns the numbers of the values listed and of those that are passed over. */
  FixedBitSet listed() {
    FixedBitSet bits = passedOver.clone();
    for (Listed value : listed) {
      if (value.ordinal() >= 0) {
        bits.set(value.ordinal());
      }
    }
    return bits;
  }

  FacetResult result(OptionalLong others) throws IOException {
    List<FacetValue> values = new ArrayList<>(listed.size());
    SearchRequest first = request.firstPage();
    boolean isNothing = selection.isEmpty() && selection.mode() == Selection.Mode.ANY;
    for (Listed value : listed) {
      look();
      values.add(
          new FacetValue(
              value.key(),
              labels.label(value.key()),
              value.count(),
              state(value.key()),
              first.selection(
                  isNothing ? labels.selected(value.key()) : selection.toggle(value.key()))));
    }
    return new FacetResult(asked.facet(), values, distinct, others);
  }

  private FacetValue.State state(String key) {
    if (selection.included().contains(key)) {
      return FacetValue.State.SELECTED;
    }
    return selection.excluded().contains(key) ? FacetValue.State.EXCLUDED : FacetValue.State.FREE;
  }
}
