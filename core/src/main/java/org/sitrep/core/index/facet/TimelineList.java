package org.sitrep.core.index.facet;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.Timeline;

/** Makes a timeline without gaps of the counts of dates. */
final class TimelineList {
  private final DateLevel level;
  private final DimensionCounter counter;
  private final Optional<Query.Range> range;

  TimelineList(DateLevel level, DimensionCounter counter, Optional<Query.Range> range) {
    this.level = level;
    this.counter = counter;
    this.range = range;
  }

  Timeline timeline() throws IOException {
    TreeMap<String, Long> counts = new TreeMap<>();
    long unknown = 0;
    Ordinals.Keys keys = counter.ordinals().keys();
    for (int ordinal = 0; ordinal < counter.counts().length; ordinal++) {
      long count = counter.counts()[ordinal];
      int length = counter.ordinals().dateLength(ordinal);
      if (count > 0 && length == level.keyLength()) {
        counts.put(keys.key(ordinal), count);
      } else if (length == 0) {
        unknown += count;
      }
    }
    List<Timeline.Bucket> buckets = buckets(counts);
    long before = 0;
    long after = 0;
    if (!buckets.isEmpty()) {
      before = sum(counts.headMap(buckets.getFirst().key(), false));
      after = sum(counts.tailMap(buckets.getLast().key(), false));
    }
    return new Timeline(level, buckets, before, after, coarser(unknown), unknown);
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private long coarser(long unknown) {
    return switch (level) {
      case YEAR -> 0;
      case MONTH -> yearsOnly(unknown);
      case DAY -> yearsOnly(unknown) + counter.depth(2);
    };
  }

  /** Excluded, unknown dates keep a count of their own and are not among those of one part. */
  private long yearsOnly(long unknown) {
    return counter.depth(1) - (counter.excludes(Facet.NONE) ? 0 : unknown);
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
