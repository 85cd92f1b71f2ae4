package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

/**
 * One place where an article names a country.
 *
 * @param country the country
 * @param zone the part of the article
 * @param kind by what it is named
 * @param start where the words start, in UTF-16 units from the start of the zone's text
 * @param end where they end, exclusive
 * @param text the words as written
 */
public record CountryMention(
    Country country, Zone zone, Kind kind, int start, int end, String text) {
  /** What names the country. */
  public enum Kind {
    /** A name of the country, in use or out of use. */
    NAME,
    /** An adjective, or the word for its people. */
    ADJECTIVE,
    /** Its capital. */
    CAPITAL,
    /** A word that stands for its government, such as Kremlin. */
    METONYM,
    /** A region, a city or an institution. */
    PLACE
  }

  /** Checks the span. */
  public CountryMention {
    requireNonNull(country, "country");
    requireNonNull(zone, "zone");
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
    if (start < 0 || end - start != text.length()) {
      throw new IllegalArgumentException(
          "span is not that of the text: " + start + ".." + end + " '" + text + "'");
    }
  }
}
