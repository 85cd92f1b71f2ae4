package org.sitrep.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Field;
import org.sitrep.core.search.DateLevel;
import org.sitrep.core.search.FacetRequest;
import org.sitrep.core.search.FacetValue;
import org.sitrep.core.vocabulary.Country;

/**
 * A dimension as a person names it.
 *
 * @param facet the dimension
 * @param level for dates, the level at which they are counted
 */
record Dimension(Facet facet, DateLevel level) {
  private static final String NONE = "none";
  private static final String UNKNOWN = "unknown";

  /** How lists show the missing value. */
  private static final String SHOWN_NONE = "(none)";

  private static final String MINUSES = "-–−";

  private static final char QUOTE = '"';
  private static final String NO_LANGUAGE = "und";

  /** Reads {@code country}, {@code date} or {@code date:month}. */
  static Dimension named(String name) {
    int colon = name.indexOf(':');
    Facet facet = facet(colon < 0 ? name : name.substring(0, colon));
    if (colon < 0) {
      return new Dimension(facet, DateLevel.YEAR);
    }
    if (facet != Facet.DATE) {
      throw Values.wrong("has levels in date alone", name);
    }
    return new Dimension(facet, Values.choice(DateLevel.class, name.substring(colon + 1)));
  }

  private static Facet facet(String name) {
    return Field.named(name.strip())
        .flatMap(Field::facet)
        .orElseThrow(() -> Values.wrong("is none of %s", String.join(", ", names()), name));
  }

  /** The names that there are. */
  static List<String> names() {
    return Arrays.stream(Facet.values()).map(Facet::id).toList();
  }

  /** The name by which it is asked for. */
  String name() {
    boolean years = facet != Facet.DATE || level == DateLevel.YEAR;
    return years ? facet.id() : facet.id() + ":" + Values.id(level);
  }

  /** Each once, in the order given. */
  static List<Dimension> distinct(List<Dimension> dimensions) {
    Map<String, Dimension> byName = new LinkedHashMap<>();
    dimensions.forEach(dimension -> byName.putIfAbsent(dimension.name(), dimension));
    return List.copyOf(byName.values());
  }

  /** The option that selects values in a dimension. */
  static String option(Facet facet) {
    return "--" + Field.of(facet).id();
  }

  /** The usual counts; a limit that was given holds for dates too. */
  FacetRequest request(Optional<Integer> limit) {
    FacetRequest usual = facet == Facet.DATE ? FacetRequest.of(level) : FacetRequest.of(facet);
    return limit.map(usual::limit).orElse(usual);
  }

  /**
   * Reads a value that a person selects: {@code none} is the missing value, as is {@code (none)},
   * and {@code "none"} the value of that name, as is any other between double quotes; countries go
   * by any of their names.
   */
  static String value(Facet facet, String typed) {
    String value = Values.present(typed).strip();
    String lower = value.toLowerCase(Locale.ROOT);
    if (isMissing(lower) || (facet == Facet.DATE && lower.equals(UNKNOWN))) {
      return Facet.NONE;
    }
    return switch (facet) {
      case COUNTRY, ABOUT -> country(value, typed);
      case DATE -> Values.day(value).toString();
      case LANGUAGE -> language(value);
      case TAG, TOPIC, SECTION, SOURCE, AUTHOR ->
          isQuoted(value) ? Values.present(value.substring(1, value.length() - 1)) : value;
    };
  }

  private static String country(String value, String typed) {
    if (MINUSES.indexOf(value.charAt(0)) >= 0) {
      throw Values.wrong("begins with a minus, and --exclude leaves a country out", typed);
    }
    return Country.named(value)
        .map(Country::code)
        .orElseThrow(() -> Values.wrong("names no country", typed));
  }

  private static boolean isMissing(String lower) {
    return lower.equals(NONE) || lower.equals(SHOWN_NONE);
  }

  private static boolean isQuoted(String value) {
    return value.length() > 1
        && value.charAt(0) == QUOTE
        && value.charAt(value.length() - 1) == QUOTE;
  }

  private static String quoted(String value) {
    return QUOTE + value + QUOTE;
  }

  /** How a list shows a value: one that could be taken for the missing value is in quotes. */
  static String shown(FacetValue value) {
    String label = value.label();
    String read = Shown.line(label).strip().toLowerCase(Locale.ROOT);
    boolean mistakable = read.equals(SHOWN_NONE) || isQuoted(read);
    return mistakable && !value.key().equals(Facet.NONE) ? quoted(label) : label;
  }

  private static String language(String value) {
    String key = Facet.LANGUAGE.key(value);
    if (key.equals(NO_LANGUAGE) && !value.equals(NO_LANGUAGE)) {
      throw Values.wrong("is not a language tag such as en or pt-BR", value);
    }
    return key;
  }

  /** How a person selects a value: the inverse of {@link #value}. */
  static String typed(Facet facet, String key) {
    if (key.equals(Facet.NONE)) {
      return facet == Facet.DATE ? UNKNOWN : NONE;
    }
    return isMissing(key) || isQuoted(key) ? quoted(key) : key;
  }

  /** Reads the name of one dimension. */
  static Dimension one(String name) {
    return named(Values.present(name));
  }

  /** What is excluded. */
  record Excluded(Facet facet, String value) {}

  /** Reads {@code tag=procurement}. */
  static Excluded pair(String pair) {
    int sign = pair.indexOf('=');
    if (sign < 0) {
      throw Values.wrong("is not such as tag=procurement", pair);
    }
    Facet facet = facet(pair.substring(0, sign));
    return new Excluded(facet, value(facet, pair.substring(sign + 1)));
  }
}
