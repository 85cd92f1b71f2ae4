package org.sitrep.core.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.query.Token.Kind;

/**
 * Two dates with blanks around what says that the days between them are meant: {@code date:2024 to
 * 2025}, {@code date:2024 - 2025}.
 *
 * @param from the first date
 * @param behind where the last one starts
 * @param dash whether a dash stands between, which is punctuation before any other word
 */
record SpacedRange(String from, int behind, boolean dash) {
  private static final String BLANKS = "[\\s\\h]{1,3}";
  private static final String WORDS = "(?iu:to|until|till|through|thru|bis|à|al|по|до)";
  private static final Pattern BETWEEN =
      Pattern.compile(
          BLANKS + "(?:(?:" + WORDS + "|([\\p{Pd}−]))" + BLANKS + "|(?:\\.{2,3}|…)[\\s\\h]{0,3})");
  private static final Pattern BLANK = Pattern.compile(BLANKS);
  private static final Pattern WORD = Pattern.compile(WORDS);
  private static final Pattern PRINTED =
      Pattern.compile("(?:date|since|until):\\S+ (?=" + WORDS + " )");

  /** Finds what stands behind a date as if a range went on there. */
  static Optional<SpacedRange> behind(String text, Token date) {
    String typed = date.word().text();
    boolean open = typed.endsWith(Dates.BETWEEN);
    Matcher between = (open ? BLANK : BETWEEN).matcher(text).region(date.end(), text.length());
    if (!between.lookingAt() || between.end() == text.length()) {
      return Optional.empty();
    }
    String from = open ? typed.substring(0, typed.length() - Dates.BETWEEN.length()) : typed;
    boolean dash = open || between.group(1) != null;
    return from.isEmpty()
        ? Optional.empty()
        : Optional.of(new SpacedRange(from, between.end(), dash));
  }

  /** Says whether a text may be the last date. */
  boolean canEndWith(String typed) {
    return !dash || typed.chars().anyMatch(Character::isDigit);
  }

  /** Keeps words of a printed query apart from a date with which they would be read as a range. */
  static String apart(String printed) {
    if (!PRINTED.matcher(printed).find()) {
      return printed;
    }
    StringBuilder apart = new StringBuilder(printed);
    int escapes = 0;
    int pieces = 0; // of a date and its name, right before
    for (Token token : new Lexer(printed, new Repairs()).tokens()) {
      boolean isWord = token.is(Kind.WORD);
      if (isWord
          && pieces == 2
          && WORD.matcher(printed.substring(token.start(), token.end())).matches()) {
        apart.insert(token.start() + escapes, '\\');
        escapes++;
      }
      boolean date =
          token.isField()
              && Scope.named(token.word().text())
                  .filter(scope -> scope.field() == Field.DATE)
                  .isPresent();
      pieces = date ? 1 : pieces == 1 && isWord ? 2 : 0;
    }
    return apart.toString();
  }
}
