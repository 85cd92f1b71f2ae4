package org.sitrep.core.query;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

  private static final int SHORTEST_UNKNOWN = 3;
  private static final String SIGNS_BEFORE_VALUE = "[{<>=!-#@$€";

  /** So much of what stands behind a colon says whether it is a value. */
  static final int BEHIND_COLON = 4;

  /** The names of the parts of a date that a query can begin or end with. */
  static Stream<String> bounds() {
    return BOUNDS.keySet().stream();
  }

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
    boolean known = FieldNames.isOther(name);
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

  Scope asExact() {
    return new Scope(field, days, true, named);
  }

  /** Returns the name as it is typed. */
  String name() {
    return days == Days.WITHIN ? field.id() : days.name().toLowerCase(Locale.ROOT);
  }
}
