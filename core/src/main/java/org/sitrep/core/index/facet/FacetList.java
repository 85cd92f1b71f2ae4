package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.lucene.util.FixedBitSet;
import org.sitrep.core.article.Facet;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetOrder;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetResult;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Selection;
import org.sitrep.core.vocabulary.Folding;

/** Orders the counts of one dimension and picks the values to list. For one search. */
final class FacetList {
  /** A value by its number, -1 where no article has it. */
  private record Counted(int ordinal, String key, String sortLabel, long count) {}

  private static final Comparator<Counted> BY_LABEL =
      Comparator.comparing((Counted value) -> value.key().equals(Facet.NONE))
          .thenComparing(Counted::sortLabel)
          .thenComparing(Counted::key);
  private static final Comparator<Counted> BY_COUNT =
      Comparator.comparingLong(Counted::count).reversed().thenComparing(BY_LABEL);

  private final FacetRequest asked;
  private final SearchRequest request;
  private final Selection selection;
  private final DimensionCounter counter;
  private final FacetLabels labels;
  private final List<Counted> listed;
  private final int distinct;

  FacetList(FacetRequest asked, SearchRequest request, DimensionCounter counter, FacetLabels labels)
      throws IOException {
    this.asked = asked;
    this.request = request;
    this.selection = request.selection(asked.facet());
    this.counter = counter;
    this.labels = labels;
    List<Counted> all = counted();
    this.distinct =
        Math.toIntExact(all.stream().filter(value -> !value.key().equals(Facet.NONE)).count());
    this.listed = pick(all);
  }

  private List<Counted> counted() throws IOException {
    List<Counted> all = new ArrayList<>();
    int[] counts = counter.counts();
    for (int ordinal = 0; ordinal < counts.length; ordinal++) {
      if (counts[ordinal] > 0) {
        String key = counter.ordinals().key(ordinal);
        if (isAtLevel(key)) {
          all.add(counted(ordinal, key, counts[ordinal]));
        }
      }
    }
    all.sort(asked.order() == FacetOrder.COUNT ? BY_COUNT : BY_LABEL);
    return all;
  }

  private boolean isAtLevel(String key) {
    return isAtLevel(asked.facet(), asked.level(), key);
  }

  /** Says whether a key is one of the level asked for; everywhere but in dates, each is. */
  static boolean isAtLevel(Facet facet, DateLevel level, String key) {
    return facet != Facet.DATE || key.isEmpty() || key.length() == level.keyLength();
  }

  private Counted counted(int ordinal, String key, long count) throws IOException {
    boolean folded =
        switch (asked.facet()) {
          case COUNTRY, ABOUT, LANGUAGE -> false;
          case DATE, TAG, TOPIC, SECTION, SOURCE, AUTHOR -> true;
        };
    return new Counted(ordinal, key, folded ? key : Folding.fold(labels.label(key)), count);
  }

  private List<Counted> pick(List<Counted> all) throws IOException {
    int from = Math.min(asked.offset(), all.size());
    int to = (int) Math.min((long) from + asked.limit(), all.size());
    List<Counted> picked = new ArrayList<>(all.subList(from, to));
    List<String> kept = new ArrayList<>(selection.included());
    kept.addAll(selection.excluded());
    for (String key : kept) {
      if (picked.stream().noneMatch(value -> value.key().equals(key))) {
        int ordinal = counter.ordinals().find(key);
        picked.add(counted(ordinal, key, ordinal < 0 ? 0 : counter.counts()[ordinal]));
      }
    }
    return picked;
  }

  /** Returns the numbers of the values listed and of those of other levels. */
  FixedBitSet listed() throws IOException {
    int size = counter.ordinals().size();
    FixedBitSet bits = new FixedBitSet(Math.max(1, size));
    for (Counted value : listed) {
      if (value.ordinal() >= 0) {
        bits.set(value.ordinal());
      }
    }
    if (asked.facet() == Facet.DATE) {
      for (int ordinal = 0; ordinal < size; ordinal++) {
        if (!isAtLevel(counter.ordinals().key(ordinal))) {
          bits.set(ordinal);
        }
      }
    }
    return bits;
  }

  FacetResult result(OptionalLong others) throws IOException {
    List<FacetValue> values = new ArrayList<>(listed.size());
    for (Counted value : listed) {
      values.add(
          new FacetValue(
              value.key(),
              labels.label(value.key()),
              value.count(),
              state(value.key()),
              request.toggle(asked.facet(), value.key())));
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
