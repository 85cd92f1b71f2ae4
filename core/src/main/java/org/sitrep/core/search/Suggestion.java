package org.sitrep.core.search;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What the end of a text that is being typed may become.
 *
 * @param kind what it is
 * @param label by what it is shown: a word as articles write it, a value's label
 * @param query the text to put in the place of what was typed: a word, or a filter such as {@code
 *     tag:"joint task force"}
 * @param articles how many articles a search for it alone finds, exactly: a word in its other forms
 *     and by its other names too; in the field whose name stands before it. More than 0
 * @param replaced the part of the text that {@code query} takes the place of; it ends where the
 *     text ends
 * @param otherName the name that begins with what was typed where no word of the label does, as
 *     Burma of Myanmar
 */
public record Suggestion(
    Kind kind,
    String label,
    String query,
    long articles,
    Span replaced,
    Optional<String> otherName) {

  /** What can be suggested. */
  public enum Kind {
    /** A word of titles and bodies. */
    WORD,
    /** Words side by side in titles and bodies; only in quotes that are not closed. */
    PHRASE,
    /** A country that articles name. */
    COUNTRY,
    /** A country that articles are about; only after {@code about:}. */
    ABOUT,
    /** A tag. */
    TAG,
    /** A topic. */
    TOPIC,
    /** A section. */
    SECTION,
    /** A publisher. */
    SOURCE,
    /** An author. */
    AUTHOR,
    /** A language; only after {@code lang:}. */
    LANGUAGE
  }

  /** The largest number of suggestions that can be asked for. */
  public static final int MAX_LIMIT = 100;

  /** How many UTF-16 units at the end of a text are looked at. */
  public static final int MAX_TYPED = 200;

  /** Checks the parts. */
  public Suggestion {
    requireNonNull(kind, "kind");
    requireNonNull(label, "label");
    requireNonNull(query, "query");
    requireNonNull(replaced, "replaced");
    requireNonNull(otherName, "otherName");
  }
}
