package org.sitrep.core.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.query.Token.Kind;

/**
 * What people who know other languages write between a field and its value in the place of a colon:
 * {@code country=ukraine}, {@code tag!=opinion}, {@code date>=2024}.
 *
 * @param kind whether the name is one of a field or only like one
 * @param sign the sign
 */
record FieldSign(Kind kind, String sign) {
  private static final Pattern SIGN = Pattern.compile("={1,2}|!=|[<>]=?");

  /** Says what stands behind a name, right before a value; empty where that is no such sign. */
  static Optional<FieldSign> behind(String text, int nameEnd, String name) {
    Matcher sign = SIGN.matcher(text).region(nameEnd, text.length());
    if (!sign.lookingAt() || !Characters.isBeforeClause(text, sign.end())) {
      return Optional.empty();
    }
    FieldSign read = new FieldSign(Kind.FIELD, sign.group());
    Optional<Scope> scope = Scope.named(name);
    if (scope.isPresent()) {
      boolean fits = !read.compares() || scope.get().field() == Field.DATE;
      return fits ? Optional.of(read) : Optional.empty();
    }
    boolean equals = read.sign.startsWith("=");
    return equals && FieldNames.isNear(name)
        ? Optional.of(new FieldSign(Kind.UNKNOWN_FIELD, sign.group()))
        : Optional.empty();
  }

  /**
   * Says whether the sign is part of the value, as those of dates are that come before or after.
   */
  boolean compares() {
    return sign.startsWith("<") || sign.startsWith(">");
  }

  boolean negates() {
    return sign.startsWith("!");
  }
}
