package org.sitrep.core.query;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sitrep.core.article.Facet;
import org.sitrep.core.vocabulary.Country;

/** What the parts of a query have to be so that the language can say them. */
final class Checks {
  private static final int LAST_YEAR = 9999;

  private Checks() {}

  static void field(Field field, Predicate<Field> takes) {
    if (!takes.test(requireNonNull(field, "field"))) {
      throw new IllegalArgumentException("field does not take such a clause: " + field.id());
    }
  }

  static void text(String name, String text, int maxLength) {
    if (requireNonNull(text, name).isBlank()) {
      throw new IllegalArgumentException(name + " is blank");
    }
    if (text.length() > maxLength) {
      throw new IllegalArgumentException(
          "%s is longer than %s: %s".formatted(name, maxLength, text.length()));
    }
  }

  /** Refuses a word or a phrase of too many parts. */
  static void parts(String name, String text) {
    if (text.length() > Query.MAX_PARTS && Parts.count(text) > Query.MAX_PARTS) {
      throw new IllegalArgumentException(
          "%s has more parts than %s: %s".formatted(name, Query.MAX_PARTS, Repairs.shown(text)));
    }
  }

  /** Returns a pattern without backslashes and stars that have no effect. */
  static String pattern(Field field, String pattern) {
    text("pattern", pattern, Query.MAX_LENGTH);
    Word word = Word.pattern(Word.pattern(pattern).toPattern());
    if (word.length() > Query.MAX_PATTERN || word.wildcards() > Query.MAX_WILDCARDS) {
      throw new IllegalArgumentException(
          "pattern has more than %s wildcards or %s characters: %s"
              .formatted(Query.MAX_WILDCARDS, Query.MAX_PATTERN, Repairs.shown(pattern)));
    }
    if (!word.hasWildcard()) {
      throw new IllegalArgumentException("pattern has no wildcard: " + pattern);
    }
    if (word.isPrefix() && !word.beforeWildcard().text().isBlank()) {
      throw new IllegalArgumentException("pattern is a prefix: " + pattern);
    }
    if (word.isStars() && field.facet().isPresent()) {
      throw new IllegalArgumentException("any value is not a pattern: " + pattern);
    }
    return word.toPattern();
  }

  /** Returns the key of a value. */
  static String key(Facet facet, String value) {
    String key = facet.key(value);
    if (key.length() > Query.MAX_LENGTH) {
      throw new IllegalArgumentException(
          "value is longer than %s: %s".formatted(Query.MAX_LENGTH, key.length()));
    }
    return switch (facet) {
      case COUNTRY, ABOUT -> {
        if (CountryNames.isNegated(value)) {
          throw new IllegalArgumentException("country begins with a minus: " + value);
        }
        yield key.equals(Facet.NONE) ? key : countryCode(key, value);
      }
      case DATE -> {
        if (!key.equals(Facet.NONE)) {
          throw new IllegalArgumentException("date is a range, not a value: " + value);
        }
        yield key;
      }
      case TAG, TOPIC, SECTION, SOURCE, AUTHOR, LANGUAGE -> key;
    };
  }

  private static String countryCode(String key, String value) {
    if (Country.ofCode(key).isPresent()) {
      return key;
    }
    Optional<String> code = CountryNames.code(value);
    if (code.isEmpty() && !isCode(key)) {
      throw new IllegalArgumentException("country is not one: " + value);
    }
    return code.orElse(key);
  }

  /** Says whether a text has the form of a country's code. */
  static boolean isCode(String key) {
    return key.length() == 2 && key.chars().allMatch(c -> c >= 'A' && c <= 'Z');
  }

  static void day(String name, Optional<LocalDate> day) {
    if (requireNonNull(day, name)
        .filter(d -> d.getYear() < 1 || d.getYear() > LAST_YEAR)
        .isPresent()) {
      throw new IllegalArgumentException(
          "%s is not in the years 1..9999: %s".formatted(name, day.get()));
    }
  }

  /** Returns a copy of clauses that can be joined. */
  static List<Query> clauses(Extent.Join join, List<Query> clauses) {
    List<Query> copy = List.copyOf(clauses);
    if (copy.size() < 2) {
      throw new IllegalArgumentException("clauses are fewer than 2: " + copy.size());
    }
    Extent.check(join, copy);
    return copy;
  }
}
