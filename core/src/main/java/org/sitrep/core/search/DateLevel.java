package org.sitrep.core.search;

/** How finely dates are counted. */
public enum DateLevel {
  /** By year. */
  YEAR(4),
  /** By month; articles known to the year alone count in none. */
  MONTH(7),
  /** By day; articles known to the month or year alone count in none. */
  DAY(10);

  private final int keyLength;

  DateLevel(int keyLength) {
    this.keyLength = keyLength;
  }

  /**
   * Returns the length of this level's keys: {@code 2025}, {@code 2025-03}, {@code 2025-03-07}.
   *
   * @return 4, 7 or 10
   */
  public int keyLength() {
    return keyLength;
  }
}
