package org.sitrep.core.index.facet;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sitrep.core.article.Facet;
import org.sitrep.core.vocabulary.Country;
import org.sitrep.core.vocabulary.Folding;

/** Says of which values of a dimension a word begins with what a person typed. */
public final class ValueStart {
  private final Facet facet;
  private final String start;
  private final Map<String, String> countries;
  private final FacetLabels labels;

  /**
   * Prepares a search.
   *
   * @param facet the dimension
   * @param typed the beginning of a word, or several words of which the last may be cut off; blank
   *     for every value
   * @param labels finds labels
   */
  public ValueStart(Facet facet, String typed, FacetLabels labels) {
    this.facet = facet;
    this.start = Folding.fold(typed);
    this.countries = facet == Facet.COUNTRY || facet == Facet.ABOUT ? countries(typed) : Map.of();
    this.labels = labels;
  }

  private static Map<String, String> countries(String typed) {
    return Country.beginning(typed).entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(e -> e.getKey().code(), Map.Entry::getValue));
  }

  /** Says whether nothing was typed, with which every value begins. */
  boolean isBlank() {
    return start.isEmpty();
  }

  /**
   * Says whether a word of a value begins so.
   *
   * @param key the value's key
   * @return true where it passes
   * @throws IOException if the index cannot be read
   */
  public boolean begins(String key) throws IOException {
    return switch (facet) {
      // The key is the label, folded; but for the missing value.
      case TAG, TOPIC, SECTION, SOURCE, AUTHOR ->
          begins(key.equals(Facet.NONE) ? labels.label(key) : key, start);
      case COUNTRY, ABOUT -> countries.containsKey(key) || labelBegins(key);
      case LANGUAGE ->
          labelBegins(key)
              || begins(Folding.fold(ownName(key)), start)
              || key.toLowerCase(Locale.ROOT).startsWith(start);
      case DATE -> labelBegins(key);
    };
  }

  /**
   * Says by which name a value begins so where its label does not.
   *
   * @param key the key of a value that {@link #begins}
   * @return another name or the code, as it is written; empty where the label begins so
   * @throws IOException if the index cannot be read
   */
  public Optional<String> otherName(String key) throws IOException {
    boolean named = facet == Facet.COUNTRY || facet == Facet.ABOUT || facet == Facet.LANGUAGE;
    if (!named || labelBegins(key)) {
      return Optional.empty();
    }
    boolean own = facet == Facet.LANGUAGE && begins(Folding.fold(ownName(key)), start);
    String name = own ? ownName(key) : countries.getOrDefault(key, key);
    return name.equals(labels.label(key)) ? Optional.empty() : Optional.of(name);
  }

  /** What the speakers of a language call it. */
  private static String ownName(String key) {
    Locale language = Locale.forLanguageTag(key);
    return language.getDisplayLanguage(language);
  }

  private boolean labelBegins(String key) throws IOException {
    return begins(Folding.fold(labels.label(key)), start);
  }

  /**
   * Says whether a word of a folded text begins so.
   *
   * @param text the folded text
   * @param start the beginning, folded
   * @return true where one does
   */
  public static boolean begins(String text, String start) {
    int at = text.indexOf(start);
    while (at >= 0) {
      if (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at))) {
        return true;
      }
      at = text.indexOf(start, at + 1);
    }
    return false;
  }
}
