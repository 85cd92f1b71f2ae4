package org.sitrep.core.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.core.article.Facet;

/** What a word of a query is looked up in. */
public enum Field {
  /** Title and body together, where a word without a field is looked up. */
  TEXT("text"),
  /** The title alone. */
  TITLE("title"),
  /** The body alone. */
  BODY("body"),
  /** The article's id, as a whole. */
  ID("id"),
  /** {@link Facet#COUNTRY}. */
  COUNTRY("country", Facet.COUNTRY),
  /** {@link Facet#ABOUT}. */
  ABOUT("about", Facet.ABOUT),
  /** {@link Facet#TAG}. */
  TAG("tag", Facet.TAG),
  /** {@link Facet#TOPIC}. */
  TOPIC("topic", Facet.TOPIC),
  /** {@link Facet#SECTION}. */
  SECTION("section", Facet.SECTION),
  /** {@link Facet#SOURCE}. */
  SOURCE("source", Facet.SOURCE),
  /** {@link Facet#AUTHOR}. */
  AUTHOR("author", Facet.AUTHOR),
  /** {@link Facet#LANGUAGE}, written {@code lang:}. */
  LANGUAGE("lang", Facet.LANGUAGE),
  /** {@link Facet#DATE}. */
  DATE("date", Facet.DATE);

  private final String id;
  private final Optional<Facet> facet;

  Field(String id) {
    this.id = id;
    this.facet = Optional.empty();
  }

  Field(String id, Facet facet) {
    this.id = id;
    this.facet = Optional.of(facet);
  }

  /**
   * Returns the name that is written before the colon.
   *
   * @return a lower-case word
   */
  public String id() {
    return id;
  }

  /**
   * Returns the facet whose values this field filters by.
   *
   * @return the facet, or empty for fields of text and for the id
   */
  public Optional<Facet> facet() {
    return facet;
  }

  /**
   * Returns the field that filters by a facet.
   *
   * @param facet the facet
   * @return its field
   */
  public static Field of(Facet facet) {
    return Arrays.stream(values())
        .filter(field -> field.facet.filter(f -> f == facet).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /**
   * Finds a field by the name that a person writes.
   *
   * @param name the name in any case; {@code language} is taken for {@code lang} too
   * @return the field, or empty when there is none of this name
   */
  public static Optional<Field> named(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(f -> f.id.equals(wanted) || f.facet.filter(x -> x.id().equals(wanted)).isPresent())
        .findFirst();
  }

  /**
   * Says whether this is a text of articles: the title, the body, or both together.
   *
   * @return true for the three of them
   */
  public boolean isText() {
    return this == TEXT || this == TITLE || this == BODY;
  }

  /** Says whether articles are looked up by words here, not by whole values. */
  boolean takesWords() {
    return switch (this) {
      case TEXT, TITLE, BODY, SECTION, SOURCE, AUTHOR -> true;
      case ID, COUNTRY, ABOUT, TAG, TOPIC, LANGUAGE, DATE -> false;
    };
  }

  /** Says whether prefixes and wildcards can stand here. */
  boolean takesPatterns() {
    return takesEdits() || this == LANGUAGE;
  }

  /** Says whether fuzzy words can stand here. */
  boolean takesEdits() {
    return takesWords() || this == TAG || this == TOPIC;
  }
}
