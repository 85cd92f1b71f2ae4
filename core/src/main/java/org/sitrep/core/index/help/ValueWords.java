package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.facet.ValueStart;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.vocabulary.Folding;

/** The words that the values of a dimension consist of, as they are compared. */
final class ValueWords {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  /** How many values are looked at between two looks at the clock. */
  private static final int STRIDE = 256;

  private static final int SHORTEST = 3;
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]++");

  private final IndexReader reader;

  ValueWords(IndexReader reader) {
    this.reader = reader;
  }

  private interface Taker {
    void take(String key, int articles);
  }

  /** Returns the words of all values, and in about how many articles each is. */
  Map<String, Long> words(Facet facet, BooleanSupplier over) throws IOException {
    Map<String, Long> words = new HashMap<>();
    each(
        facet,
        over,
        (key, articles) ->
            WORD.matcher(key)
                .results()
                .map(MatchResult::group)
                .distinct()
                .forEach(word -> words.merge(word, (long) articles, Long::sum)));
    return words;
  }

  /** Returns all values of a dimension, in the order of their keys; none where they are many. */
  List<String> few(Facet facet, int most) throws IOException {
    List<String> values = new ArrayList<>();
    each(
        facet,
        () -> values.size() > most,
        (key, articles) -> {
          if (!key.equals(Facet.NONE)) {
            values.add(key);
          }
        });
    return values.size() > most ? List.of() : values;
  }

  /** Returns the languages of articles by their names, in English and in themselves. */
  Map<String, String> languages() throws IOException {
    Map<String, String> names = new HashMap<>();
    each(
        Facet.LANGUAGE,
        () -> false,
        (key, articles) -> {
          Locale language = Locale.forLanguageTag(key);
          for (Locale in : List.of(Locale.ENGLISH, language)) {
            names.putIfAbsent(Folding.fold(language.getDisplayLanguage(in)), key);
          }
        });
    return names;
  }

  /**
   * Returns the values that differ from one by dashes, blanks and points alone, then those of which
   * a word begins so, those of most articles first.
   */
  List<String> like(Facet facet, String key, BooleanSupplier over) throws IOException {
    String letters = letters(key);
    if (letters.length() < SHORTEST) {
      return List.of();
    }
    Map<String, Integer> found = new HashMap<>();
    each(
        facet,
        over,
        (value, articles) -> {
          if (letters(value).equals(letters) || ValueStart.begins(value, key)) {
            found.put(value, articles);
          }
        });
    return found.keySet().stream()
        .filter(value -> !value.equals(key) && !value.equals(Facet.NONE))
        .sorted(
            Comparator.<String>comparingInt(value -> letters(value).equals(letters) ? 0 : 1)
                .thenComparing(found::get, Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static String letters(String value) {
    return NO_LETTERS.matcher(value).replaceAll("");
  }

  /**
   * Returns the codes of the languages spoken in a country, such as {@code uk} in {@code ua}: those
   * with its first letter first, then those of fewer countries.
   */
  static Stream<String> spokenIn(String country) {
    Map<String, Long> countries =
        Locale.availableLocales()
            .filter(locale -> !locale.getCountry().isEmpty())
            .distinct()
            .collect(Collectors.groupingBy(Locale::getLanguage, Collectors.counting()));
    String first = country.substring(0, 1).toLowerCase(Locale.ROOT);
    return Locale.availableLocales()
        .filter(locale -> locale.getCountry().equalsIgnoreCase(country))
        .map(Locale::getLanguage)
        .distinct()
        .sorted(
            Comparator.<String>comparingInt(language -> language.startsWith(first) ? 0 : 1)
                .thenComparing(language -> countries.getOrDefault(language, 0L))
                .thenComparing(Comparator.naturalOrder()));
  }

  private void each(Facet facet, BooleanSupplier over, Taker taker) throws IOException {
    Terms terms = MultiTerms.getTerms(reader, Schema.keys(facet));
    if (terms == null) {
      return;
    }
    TermsEnum keys = terms.iterator();
    int looked = 0;
    for (BytesRef term = keys.next(); term != null; term = keys.next()) {
      if (++looked % STRIDE == 0 && over.getAsBoolean()) {
        return;
      }
      taker.take(term.utf8ToString(), keys.docFreq());
    }
  }
}
