package org.sitrep.core.article;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.core.vocabulary.Country;
import org.sitrep.core.vocabulary.Folding;

/**
 * The dimensions by which articles can be counted and selected.
 *
 * <p>A value has a <em>key</em>, by which it is counted and selected, and a <em>label</em>, by
 * which it is shown: {@code UA} and "Ukraine", {@code joint task force} and "Joint Task Force". Two
 * values with one key are one value. An article without any value in a dimension has the reserved
 * key {@link #NONE} there, which no real value can have.
 */
public enum Facet {
  /** The countries that the title or the body names, by ISO 3166-1 alpha-2 code. */
  COUNTRY("country", true),
  /** The countries that the article is about, by ISO 3166-1 alpha-2 code. */
  ABOUT("about", true),
  /** The publisher's tags. */
  TAG("tag", true),
  /** The topics of the defence vocabulary. */
  TOPIC("topic", true),
  /**
   * The publication date as a path: an article of 7 March 2025 counts in {@code 2025}, in {@code
   * 2025-03} and in {@code 2025-03-07}; one known to the month counts in no day.
   */
  DATE("date", false),
  /** The publisher's sections. */
  SECTION("section", true),
  /** The publisher. */
  SOURCE("source", false),
  /** The authors. */
  AUTHOR("author", true),
  /** The language, as a BCP 47 tag. */
  LANGUAGE("language", false);

  /** The key of "no value": the empty text, which is the key of no real value. */
  public static final String NONE = "";

  private static final int CODE_LENGTH = 2;

  private final String id;
  private final boolean multiValued;

  Facet(String id, boolean multiValued) {
    this.id = id;
    this.multiValued = multiValued;
  }

  /**
   * Returns the name of this dimension in queries, options and output.
   *
   * @return a lower-case word, such as {@code country}
   */
  public String id() {
    return id;
  }

  /**
   * Says whether one article can have several values here.
   *
   * @return true for lists such as tags, false for single values such as the source
   */
  public boolean multiValued() {
    return multiValued;
  }

  /**
   * Finds a dimension by its name.
   *
   * @param id a name as {@link #id()} gives it, in any case
   * @return the dimension, or empty when there is none of this name
   */
  public static Optional<Facet> of(String id) {
    String wanted = id.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.id.equals(wanted)).findFirst();
  }

  /**
   * Returns the key of a value: countries by code or by any name that {@link Country#named} knows
   * ("Japan"), languages as the code of the language alone, by tag, name or code of three letters
   * ("en-GB", "English" and "eng" are {@code en}), so that a language holds what is written in any
   * country; dates as written, everything else with case and accents folded, and tags without a
   * number sign before them.
   *
   * @param value a value as written; blank gives {@link #NONE}
   * @return the key
   */
  public String key(String value) {
    String stripped = requireNonNull(value, "value").strip();
    return switch (this) {
      case COUNTRY, ABOUT -> countryCode(stripped);
      case LANGUAGE -> stripped.isEmpty() ? NONE : LanguageNames.language(stripped);
      case DATE -> stripped;
      case TAG -> withoutHash(Folding.fold(stripped));
      case TOPIC, SECTION, SOURCE, AUTHOR -> Folding.fold(stripped);
    };
  }

  /** A hashtag is the tag, but for one of signs alone. */
  private static String withoutHash(String tag) {
    int start = 0;
    while (start < tag.length() && (tag.charAt(start) == '#' || tag.charAt(start) == ' ')) {
      start++;
    }
    return start == tag.length() ? tag : tag.substring(start);
  }

  private static String countryCode(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return name.length() <= CODE_LENGTH
        ? upper
        : Country.named(name).map(Country::code).orElse(upper);
  }

  /**
   * Returns an article's values here, as written.
   *
   * @param article the article
   * @return the values in the article's order, empty where it has none; for {@link #DATE} the path
   *     from the year down
   */
  public List<String> values(Article article) {
    return switch (this) {
      case COUNTRY -> article.countries();
      case ABOUT -> article.about();
      case TAG -> article.tags();
      case TOPIC -> article.topics();
      case DATE -> article.published().map(Facet::path).orElse(List.of());
      case SECTION -> article.sections();
      case SOURCE -> article.source().map(List::of).orElse(List.of());
      case AUTHOR -> article.authors();
      case LANGUAGE -> article.language().map(List::of).orElse(List.of());
    };
  }

  /**
   * Returns the keys under which an article counts here.
   *
   * @param article the article
   * @return the keys, each once; just {@link #NONE} where the article has no value
   */
  public List<String> keys(Article article) {
    List<String> keys = values(article).stream().map(this::key).distinct().toList();
    return keys.isEmpty() ? List.of(NONE) : keys;
  }

  private static List<String> path(PartialDate date) {
    List<String> path = new ArrayList<>(3);
    String day = date.withoutTime().toString();
    path.add(day.substring(0, 4));
    if (day.length() >= 7) {
      path.add(day.substring(0, 7));
    }
    if (day.length() >= 10) {
      path.add(day);
    }
    return List.copyOf(path);
  }
}
