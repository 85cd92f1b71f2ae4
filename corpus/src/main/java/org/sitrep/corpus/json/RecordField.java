package org.sitrep.corpus.json;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of an article in JSON, in their order. */
public enum RecordField {
  /** Names the article. */
  ID("id", Kind.TEXT),
  /** The headline. */
  TITLE("title", Kind.TEXT),
  /** {@code declared} or {@code derived}. */
  TITLE_FROM("titleFrom", Kind.TEXT),
  /** The text. */
  BODY("body", Kind.TEXT),
  /** The publication date. */
  PUBLISHED("published", Kind.TEXT),
  /** {@code declared}, {@code url} or {@code inferred}. */
  PUBLISHED_FROM("publishedFrom", Kind.TEXT),
  /** When it was last changed. */
  MODIFIED("modified", Kind.TEXT),
  /** The countries named. */
  COUNTRIES("countries", Kind.LIST),
  /** The countries that it is about. */
  ABOUT("about", Kind.LIST),
  /** The publisher's tags. */
  TAGS("tags", Kind.LIST),
  /** Topics of the defence vocabulary. */
  TOPICS("topics", Kind.LIST),
  /** The publisher's sections. */
  SECTIONS("sections", Kind.LIST),
  /** The authors. */
  AUTHORS("authors", Kind.LIST),
  /** The publisher. */
  SOURCE("source", Kind.TEXT),
  /** The address. */
  URL("url", Kind.TEXT),
  /** A BCP 47 tag. */
  LANGUAGE("language", Kind.TEXT),
  /** Where it was read from. */
  FILE("file", Kind.TEXT),
  /** Texts by name. */
  ATTRIBUTES("attributes", Kind.OBJECT),
  /** When it was fetched; only read, for dates that are counted from it. */
  FETCHED("fetched", Kind.TEXT);

  enum Kind {
    TEXT,
    LIST,
    OBJECT
  }

  private static final Map<String, RecordField> BY_ID =
      Arrays.stream(values()).collect(Collectors.toMap(RecordField::id, Function.identity()));

  private final String id;
  private final Kind kind;

  RecordField(String id, Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  /**
   * Returns the field's name in JSON.
   *
   * @return the name
   */
  public String id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  /**
   * Finds a field by its name in JSON.
   *
   * @param id a name, exactly as it is written
   * @return the field, or empty when there is none of this name
   */
  public static Optional<RecordField> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /**
   * Returns all names.
   *
   * @return the names in their order
   */
  public static List<String> ids() {
    return Arrays.stream(values()).map(RecordField::id).toList();
  }
}
