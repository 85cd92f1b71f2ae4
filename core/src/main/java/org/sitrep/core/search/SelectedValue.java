package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.article.PartialDate;
import org.sitrep.core.article.PartialDate.Precision;
import org.sitrep.core.query.Query;

/** Reads the values that an application selects, as the fields of the query language read them. */
final class SelectedValue {
  private static final String NONE = "none";
  private static final String SHOWN_NONE = "(none)";
  private static final String MINUSES = "-–−";
  private static final String UNKNOWN = "unknown";
  private static final String NO_LANGUAGE = "und";
  private static final int MAX_SHOWN = 40;
  private static final int CODE_LENGTH = 2;

  private SelectedValue() {}

  /**
   * Returns the key of a value.
   *
   * @throws IllegalArgumentException if no article can have the value
   */
  static String key(Facet facet, String value) {
    if (requireNonNull(value, "value").equals(Facet.NONE)) {
      return Facet.NONE;
    }
    if (value.isBlank()) {
      throw wrong(facet, "is blank", value);
    }
    String word = value.strip().toLowerCase(Locale.ROOT);
    return switch (facet) {
      case COUNTRY, ABOUT -> isNone(word) ? Facet.NONE : country(facet, value);
      case DATE -> isNone(word) || word.equals(UNKNOWN) ? Facet.NONE : date(value.strip());
      case LANGUAGE -> isNone(word) ? Facet.NONE : language(word, value);
      case TAG, TOPIC, SECTION, SOURCE, AUTHOR -> name(facet, value);
    };
  }

  /** Returns the key of a value, empty where no article can have it. */
  static Optional<String> readable(Facet facet, String value) {
    try {
      return Optional.of(key(facet, value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isNone(String word) {
    return word.equals(NONE) || word.equals(SHOWN_NONE);
  }

  private static String country(Facet facet, String name) {
    if (MINUSES.indexOf(name.strip().charAt(0)) >= 0) {
      throw wrong(facet, "begins with a minus, and what is not wanted is to be excluded", name);
    }
    try {
      return new Query.Value(facet, name).value();
    } catch (IllegalArgumentException e) {
      throw wrong(facet, "is no country's code or name", name, e);
    }
  }

  private static String date(String text) {
    Optional<PartialDate> date = PartialDate.parse(text);
    if (date.isEmpty()) {
      String days = Query.Range.parse(text).print();
      date = PartialDate.parse(days.substring(days.indexOf(':') + 1));
      if (date.isEmpty() || !days.startsWith("date:")) {
        throw wrong(Facet.DATE, "is not one year, month or day, but a Query.Range", text);
      }
    }
    return date.get().withoutTime().toString();
  }

  private static String language(String word, String name) {
    String key = Facet.LANGUAGE.key(name);
    if (key.equals(NO_LANGUAGE) && !word.equals(NO_LANGUAGE)) {
      throw wrong(Facet.LANGUAGE, "is no language's tag or name", name);
    }
    return key;
  }

  private static String name(Facet facet, String name) {
    String key = name.length() > Article.MAX_VALUE_LENGTH ? name : facet.key(name);
    if (key.length() > Article.MAX_VALUE_LENGTH) {
      throw wrong(facet, "is longer than " + Article.MAX_VALUE_LENGTH, name);
    }
    if (key.equals(Facet.NONE)) {
      throw wrong(facet, "is blank", name);
    }
    return key;
  }

  /**
   * Returns a key in its one spelling.
   *
   * @throws IllegalArgumentException if it has not the form of one, or is longer than any
   */
  static String checkedKey(Facet facet, String written) {
    // What is too long as written is not folded either.
    String key = written.length() > Article.MAX_VALUE_LENGTH ? written : facet.key(written);
    if (key.length() > Article.MAX_VALUE_LENGTH) {
      throw wrong(facet, "is longer than " + Article.MAX_VALUE_LENGTH, written);
    }
    boolean isKey =
        key.equals(Facet.NONE)
            || switch (facet) {
              case COUNTRY, ABOUT ->
                  key.length() == CODE_LENGTH && key.chars().allMatch(c -> c >= 'A' && c <= 'Z');
              case DATE ->
                  PartialDate.parse(key)
                      .filter(date -> date.precision().compareTo(Precision.DAY) <= 0)
                      .isPresent();
              default -> true;
            };
    if (!isKey) {
      throw wrong(facet, "is no key", written);
    }
    return key;
  }

  private static IllegalArgumentException wrong(Facet facet, String problem, String value) {
    return wrong(facet, problem, value, null);
  }

  private static IllegalArgumentException wrong(
      Facet facet, String problem, String value, @Nullable Exception cause) {
    String shown = value.length() > MAX_SHOWN ? value.substring(0, MAX_SHOWN) + "…" : value;
    return new IllegalArgumentException(
        "value of %s %s: '%s'".formatted(facet.id(), problem, shown), cause);
  }
}
