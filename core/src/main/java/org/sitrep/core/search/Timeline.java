package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Articles counted over time, without gaps: a day, month or year without articles stands there with
 * 0. Like every count of a dimension it passes over the selection in {@code date}.
 *
 * @param level how finely
 * @param buckets the days, months or years from the first to the last, in order of time
 * @param before how many articles lie before the first bucket
 * @param after how many articles lie after the last bucket
 * @param coarser how many articles have a date that is not known so finely
 * @param unknown how many articles have no date
 */
public record Timeline(
    DateLevel level, List<Bucket> buckets, long before, long after, long coarser, long unknown) {

  /** The most buckets that a timeline has; over it, the latest are kept. */
  public static final int MAX_BUCKETS = 4_000;

  /** Checks and copies the parts. */
  public Timeline {
    requireNonNull(level, "level");
    buckets = List.copyOf(buckets);
  }

  /**
   * A day, month or year and its count.
   *
   * @param key the date: {@code 2025}, {@code 2025-03} or {@code 2025-03-07}
   * @param count how many articles
   */
  public record Bucket(String key, long count) {
    /** Checks the parts. */
    public Bucket {
      requireNonNull(key, "key");
    }
  }
}
