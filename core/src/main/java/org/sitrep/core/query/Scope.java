package org.sitrep.core.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.core.article.Facet;

/**
 * What a name before a colon says of the words after it.
 *
 * @param field where to look
 * @param days which part of a date is meant
 * @param exact whether the words are a whole value, as {@code =} demands
 * @param named whether a name was typed at all
 */
record Scope(Field field, Days days, boolean exact, boolean named) {

  /** Which days a date stands for. */
  enum Days {
    WITHIN,
    SINCE,
    UNTIL
  }

  /** Where a word without a name is looked up. */
  static final Scope NONE = new Scope(Field.TEXT, Days.WITHIN, false, false);

  private static final Map<String, Days> BOUNDS = Map.of("since", Days.SINCE, "until", Days.UNTIL);

  /** What people call fields who know them by other names. */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("by", "author"),
          Map.entry("to", "until"),
          Map.entry("after", "since"),
          Map.entry("from", "since"),
          Map.entry("before", "until"),
          Map.entry("till", "until"),
          Map.entry("published", "date"),
          Map.entry("pubdate", "date"),
          Map.entry("published_at", "date"),
          Map.entry("timestamp", "date"),
          Map.entry("day", "date"),
          Map.entry("week", "date"),
          Map.entry("month", "date"),
          Map.entry("year", "date"),
          Map.entry("headline", "title"),
          Map.entry("intitle", "title"),
          Map.entry("content", "body"),
          Map.entry("publisher", "source"),
          Map.entry("outlet", "source"),
          Map.entry("site", "source"),
          Map.entry("byline", "author"),
          Map.entry("writer", "author"),
          Map.entry("keyword", "tag"),
          Map.entry("subject", "topic"),
          Map.entry("category", "section"),
          Map.entry("nation", "country"));

  private static final int SHORTEST_UNKNOWN = 3;
  private static final String SIGNS_BEFORE_VALUE = "[{<>=!-#@$€";

  /** So much of what stands behind a colon says whether it is a value. */
  static final int BEHIND_COLON = 4;

  static Optional<Scope> named(String name) {
    Days bound = BOUNDS.get(name.toLowerCase(Locale.ROOT));
    return bound != null
        ? Optional.of(new Scope(Field.DATE, bound, false, true))
        : Field.named(name).map(field -> new Scope(field, Days.WITHIN, false, true));
  }

  /**
   * Says how a name before a colon is read.
   *
   * @return the kind of the piece, or empty where the name is part of a word such as {@code
   *     http://example.org}, {@code Reuters:} or {@code a:b}
   */
  static Optional<Token.Kind> kind(String name, String after) {
    if (named(name).isPresent()) {
      return after.startsWith("//") ? Optional.empty() : Optional.of(Token.Kind.FIELD);
    }
    boolean known = OTHER_NAMES.containsKey(name.toLowerCase(Locale.ROOT));
    if (name.length() < SHORTEST_UNKNOWN && !known) {
      return Optional.empty();
    }
    int at = 0;
    while (at < after.length() && SIGNS_BEFORE_VALUE.indexOf(after.charAt(at)) >= 0) {
      at++;
    }
    if (at == after.length()) {
      return Optional.empty();
    }
    int c = after.codePointAt(at);
    boolean value = Characters.isOfWord(c) || Characters.isQuote(c) || (at == 0 && c == '(');
    return value ? Optional.of(Token.Kind.UNKNOWN_FIELD) : Optional.empty();
  }

  /** Returns the name of a field that is closest to one that does not exist. */
  static Optional<String> nearest(String name) {
    int near = name.length() > 4 ? 2 : 1;
    String wanted = name.toLowerCase(Locale.ROOT);
    String other = OTHER_NAMES.get(wanted);
    if (other != null) {
      return Optional.of(other);
    }
    return Stream.of(
            Arrays.stream(Field.values()).map(Field::id),
            Arrays.stream(Facet.values()).map(Facet::id),
            BOUNDS.keySet().stream())
        .flatMap(ids -> ids)
        .distinct()
        .filter(id -> distance(id, wanted) <= near)
        .min(
            Comparator.<String>comparingInt(id -> distance(id, wanted))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Says how far a name is from a field's, or from its plural where that is spelt anew. */
  private static int distance(String id, String wanted) {
    int distance = EditDistance.between(id, wanted);
    return id.endsWith("y")
        ? Math.min(distance, EditDistance.between(id.substring(0, id.length() - 1) + "ies", wanted))
        : distance;
  }

  Scope asExact() {
    return new Scope(field, days, true, named);
  }

  /** Returns the name as it is typed. */
  String name() {
    return days == Days.WITHIN ? field.id() : days.name().toLowerCase(Locale.ROOT);
  }
}
