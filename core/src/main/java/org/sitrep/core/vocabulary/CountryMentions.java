package org.sitrep.core.vocabulary;

import java.util.List;

/**
 * The countries that an article names, and where.
 *
 * @param countries every country named, the most prominent first, each once
 * @param about those that the article is about, in the same order
 * @param evidence every mention, the title's first, in the order of the text
 */
public record CountryMentions(
    List<Country> countries, List<Country> about, List<CountryMention> evidence) {
  /** Copies the lists. */
  public CountryMentions {
    countries = List.copyOf(countries);
    about = List.copyOf(about);
    evidence = List.copyOf(evidence);
    if (!countries.containsAll(about)) {
      throw new IllegalArgumentException("about holds a country that is not named: " + about);
    }
  }

  /**
   * The mentions of one country.
   *
   * @param country any country
   * @return its mentions in the order of the evidence, empty where it is not named
   */
  public List<CountryMention> evidence(Country country) {
    return evidence.stream().filter(m -> m.country().equals(country)).toList();
  }
}
