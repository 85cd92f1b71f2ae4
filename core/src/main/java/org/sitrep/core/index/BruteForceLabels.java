package org.sitrep.core.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.search.FacetOrder;
import org.sitrep.core.vocabulary.Country;
import org.sitrep.core.vocabulary.Folding;

/** Labels, orders and searches values straight from the rules and the stored articles. */
final class BruteForceLabels {
  private static final Comparator<String> BY_CODE_POINT =
      (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));

  private final Map<Facet, Map<String, Map<String, Integer>>> forms = new EnumMap<>(Facet.class);

  /** Takes note of how an article writes its values. */
  void add(Article article) {
    for (Facet facet : Facet.values()) {
      Map<String, Map<String, Integer>> byKey = forms.computeIfAbsent(facet, f -> new HashMap<>());
      facet.values(article).stream()
          .distinct()
          .forEach(
              form ->
                  byKey
                      .computeIfAbsent(facet.key(form), key -> new HashMap<>())
                      .merge(form, 1, Integer::sum));
    }
  }

  String label(Facet facet, String key) {
    if (key.equals(Facet.NONE)) {
      return facet == Facet.DATE ? "unknown" : "(none)";
    }
    return switch (facet) {
      case COUNTRY, ABOUT -> Country.ofCode(key).map(Country::label).orElse(key);
      case LANGUAGE -> Locale.forLanguageTag(key).getDisplayName(Locale.ENGLISH);
      case DATE -> key;
      case TAG, TOPIC, SECTION, SOURCE, AUTHOR ->
          forms.getOrDefault(facet, Map.of()).getOrDefault(key, Map.of()).entrySet().stream()
              .max(
                  Map.Entry.<String, Integer>comparingByValue()
                      .thenComparing(Map.Entry.comparingByKey(BY_CODE_POINT.reversed())))
              .map(Map.Entry::getKey)
              .orElse(key);
    };
  }

  /** Orders the values of a dimension and their counts. */
  Comparator<Map.Entry<String, Long>> order(Facet facet, FacetOrder order) {
    Comparator<Map.Entry<String, Long>> byLabel =
        Comparator.<Map.Entry<String, Long>, Boolean>comparing(
                value -> value.getKey().equals(Facet.NONE))
            .thenComparing(value -> sorted(facet, value.getKey()), comparator(facet))
            .thenComparing(Map.Entry.comparingByKey(BY_CODE_POINT));
    return order == FacetOrder.LABEL
        ? byLabel
        : Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(byLabel);
  }

  private String sorted(Facet facet, String key) {
    return facet == Facet.DATE ? key : Folding.fold(label(facet, key));
  }

  private static Comparator<String> comparator(Facet facet) {
    return switch (facet) {
      case COUNTRY, ABOUT, LANGUAGE -> Comparator.naturalOrder();
      case DATE, TAG, TOPIC, SECTION, SOURCE, AUTHOR -> BY_CODE_POINT;
    };
  }

  /** Says whether a word of a value begins so. */
  boolean begins(Facet facet, String key, String prefix) {
    String start = Folding.fold(prefix);
    boolean country = facet == Facet.COUNTRY || facet == Facet.ABOUT;
    return start.isEmpty()
        || hasWord(Folding.fold(label(facet, key)), start)
        || (facet == Facet.LANGUAGE && isLanguage(key, start))
        || (country
            && Country.beginning(start).keySet().stream().anyMatch(c -> c.code().equals(key)));
  }

  private static boolean isLanguage(String key, String start) {
    Locale language = Locale.forLanguageTag(key);
    return key.toLowerCase(Locale.ROOT).startsWith(start)
        || hasWord(Folding.fold(language.getDisplayLanguage(language)), start);
  }

  private static boolean hasWord(String text, String start) {
    boolean atStart = true;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (atStart && text.startsWith(start, i)) {
        return true;
      }
      atStart = !Character.isLetterOrDigit(text.codePointAt(i));
    }
    return false;
  }
}
