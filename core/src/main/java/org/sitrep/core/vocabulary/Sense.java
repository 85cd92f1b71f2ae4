package org.sitrep.core.vocabulary;

import org.sitrep.core.vocabulary.CountryFile.Entry;
import org.sitrep.core.vocabulary.CountryMention.Kind;

/**
 * One country that a phrase of the data file can mean.
 *
 * @param country the country
 * @param kind by what it is named
 * @param isState whether it is a state or province that follows a city's name after a comma
 * @param entry the phrase with its marks
 */
record Sense(Country country, Kind kind, boolean isState, Entry entry) {
  boolean needsCapital() {
    return entry.has('^');
  }

  boolean isCommonWord() {
    return entry.has('!');
  }

  boolean isPersonName() {
    return entry.has('%');
  }

  boolean isSecond() {
    return entry.has('~');
  }

  boolean needsComma() {
    return entry.has(',');
  }

  /** Whether the phrase is an abbreviation that must have its dot. */
  boolean needsDot() {
    return isState && entry.text().endsWith(".");
  }

  /** The same country, named by a place. */
  Sense asPlace() {
    return new Sense(country, Kind.PLACE, false, entry);
  }
}
