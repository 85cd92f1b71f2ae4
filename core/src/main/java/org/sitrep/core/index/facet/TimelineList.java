package org.sitrep.core.index.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.index.search.ArticleSearcher;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.Timeline;

/** Makes a timeline without gaps of the counts of dates. */
final class TimelineList {
  /** After how many dates the time is looked at. */
  private static final int AT_ONCE = 1 << 10;

  private final DateLevel level;
  private final DimensionCounter counter;
  private final Optional<Query.Range> range;
  private final ArticleSearcher searcher;

  /**
   * Prepares a timeline.
   *
   * @param searcher knows when the time is over
   */
  TimelineList(
      DateLevel level,
      DimensionCounter counter,
      Optional<Query.Range> range,
      ArticleSearcher searcher) {
    this.level = level;
    this.counter = counter;
    this.range = range;
    this.searcher = searcher;
  }

  Timeline timeline() throws IOException {
    TreeMap<String, Long> counts = new TreeMap<>();
    Map<String, Integer> ordinals = new HashMap<>();
    long unknown = 0;
    Ordinals.Keys keys = counter.ordinals().keys();
    for (int ordinal = 0; ordinal < counter.counts().length; ordinal++) {
      if (ordinal % AT_ONCE == AT_ONCE - 1) {
        searcher.checkTime();
      }
      long count = counter.counts()[ordinal];
      int length = counter.ordinals().dateLength(ordinal);
      if (count > 0 && length == level.keyLength()) {
        String key = keys.key(ordinal);
        counts.put(key, count);
        ordinals.put(key, ordinal);
      } else if (length == 0) {
        unknown += count;
      }
    }
    List<Timeline.Bucket> buckets = buckets(counts);
    long before = 0;
    long after = 0;
    if (!buckets.isEmpty()) {
      before = sum(ordinals, counts.headMap(buckets.getFirst().key(), false));
      after = sum(ordinals, counts.tailMap(buckets.getLast().key(), false));
    }
    return new Timeline(level, buckets, before, after, counter.coarser(level), unknown);
  }

  /** How many lie outside the buckets: a story with copies in two months there counts once. */
  private long sum(Map<String, Integer> ordinals, Map<String, Long> counts) {
    BitSet outside = new BitSet();
    counts.keySet().forEach(key -> outside.set(ordinals.getOrDefault(key, 0)));
    return counter.withAnyOf(outside::get);
  }

  private List<Timeline.Bucket> buckets(NavigableMap<String, Long> counts) {
    Optional<LocalDate> first = range.flatMap(Query.Range::from).or(() -> edge(counts, true));
    Optional<LocalDate> last = range.flatMap(Query.Range::to).or(() -> edge(counts, false));
    List<Timeline.Bucket> buckets = new ArrayList<>();
    if (first.isEmpty() || last.isEmpty()) {
      return buckets;
    }
    LocalDate day = first(last.get());
    LocalDate stop = first(first.get());
    while (!day.isBefore(stop) && buckets.size() < Timeline.MAX_BUCKETS) {
      String key = day.toString().substring(0, level.keyLength());
      buckets.add(new Timeline.Bucket(key, counts.getOrDefault(key, 0L)));
      day = previous(day);
    }
    return buckets.reversed();
  }

  private static Optional<LocalDate> edge(NavigableMap<String, Long> counts, boolean first) {
    if (counts.isEmpty()) {
      return Optional.empty();
    }
    return PartialDate.parse(first ? counts.firstKey() : counts.lastKey())
        .map(PartialDate::firstDay);
  }

  private LocalDate first(LocalDate day) {
    return switch (level) {
      case YEAR -> day.withDayOfYear(1);
      case MONTH -> day.withDayOfMonth(1);
      case DAY -> day;
    };
  }

  private LocalDate previous(LocalDate day) {
    return switch (level) {
      case YEAR -> day.minusYears(1);
      case MONTH -> day.minusMonths(1);
      case DAY -> day.minusDays(1);
    };
  }
}
