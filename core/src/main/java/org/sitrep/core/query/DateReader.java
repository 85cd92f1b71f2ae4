package org.sitrep.core.query;

import static org.sitrep.core.query.Repairs.shown;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.sitrep.core.article.Facet;

/** Makes the clauses that filter by date, and says what was probably meant by what is none. */
final class DateReader {
  private static final String UNKNOWN = "unknown";
  private static final String NONE = "none";
  private static final String FORMS = "2025, 2025-03, 2025-03-07, yesterday or 7d";
  private static final String LEFT_OUT = "the filter is left out";
  private static final int MOST_WORDS = 9;

  private static final int MOST_WORDS_OF_END = 3;
  private static final Pattern TRAILING = Pattern.compile("[,;:!?.]+$");

  /** What would end a quotation or take a sign's meaning away in one. */
  private static final Pattern SIGNS = Pattern.compile("[\\\\\"“”„‟«»＂]");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[89]|20)\\d\\d(?!\\d)");

  private final String text;
  private final Dates dates;
  private final NearDates near;
  private final Repairs repairs;
  private int looked;

  DateReader(String text, Dates dates, Repairs repairs) {
    this.text = text;
    this.dates = dates;
    this.near = new NearDates(dates);
    this.repairs = repairs;
  }

  /** Reads days that stand alone. */
  static Query.Range range(String text) {
    String quoted = "date:\"" + SIGNS.matcher(text.strip()).replaceAll("\\\\$0") + '"';
    if (Query.parse(quoted).query() instanceof Query.Range days) {
      return days;
    }
    try {
      Query.parseStrict(quoted);
    } catch (QuerySyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    throw new IllegalArgumentException("date is not one such as " + FORMS + ": " + shown(text));
  }

  /** Returns the filter by a date; empty where it is none, which is reported. */
  Optional<Query> filter(Token token, Scope scope) {
    boolean within = scope.days() == Scope.Days.WITHIN;
    Word word = token.word().trimmed(c -> false, c -> ",;:!?".indexOf(c) >= 0);
    if (within && (word.isKeyword(UNKNOWN) || word.isKeyword(NONE))) {
      return missing();
    }
    if (within && word.isStars()) {
      return missing().map(Query.Not::new);
    }
    String typed = withoutStop(word.text());
    Optional<Dates.Bounds> bounds = dates.read(typed, scope.days());
    Optional<Dates.Bounds> both = dates.read(typed, Scope.Days.WITHIN);
    if (bounds.isEmpty() && both.isPresent()) {
      String problem = "a range stands after '%s:'".formatted(scope.name());
      repairs.add(token, problem, "read as date:" + typed);
      return both.map(days -> range(token, typed, days));
    }
    if (bounds.isEmpty()) {
      // What says itself which days it means, means them behind any name.
      boolean whole = NearDates.isBracketed(typed) || NearDates.isCompared(typed);
      return near(token, typed, whole ? Scope.Days.WITHIN : scope.days());
    }
    return Optional.of(range(token, typed, bounds.get()));
  }

  /**
   * Reads a date and what stands behind it with blanks as a range.
   *
   * @return the range as one piece; the date itself where no range goes on behind it
   */
  Token withEnd(Token token) {
    Optional<SpacedRange> found = SpacedRange.behind(text, token);
    if (found.isEmpty()
        || looked == Query.MAX_REPAIRS
        || dates.read(found.get().from(), Scope.Days.WITHIN).isEmpty()) {
      return token;
    }
    looked++;
    SpacedRange range = found.get();
    Token longest = token;
    int end = range.behind();
    for (int words = 0; words < MOST_WORDS_OF_END; words++) {
      end = wordEnd(end);
      String last = TRAILING.matcher(text.substring(range.behind(), end)).replaceFirst("");
      String typed = range.from() + Dates.BETWEEN + last;
      List<String> readings =
          !range.canEndWith(last) || last.startsWith(".")
              ? List.of()
              : dates.read(typed, Scope.Days.WITHIN).isPresent()
                  ? List.of(typed)
                  : near.readings(typed, Scope.Days.WITHIN);
      if (readings.size() == 1) {
        longest = Token.word(Token.Kind.WORD, token.start(), end, Word.read(readings.getFirst()));
      }
      if (end == text.length() || text.charAt(end) != ' ') {
        break;
      }
      end++;
    }
    return longest;
  }

  /** Says that a date was read as a range. */
  void sayRange(Token range) {
    String typed = text.substring(range.start(), range.end());
    repairs.add(range, "date is not written so: " + shown(typed), "read as " + range.word().text());
  }

  private static Optional<Query> missing() {
    return Optional.of(new Query.Value(Facet.DATE, Facet.NONE));
  }

  private static String withoutStop(String text) {
    return text.endsWith(".") && !text.endsWith("..") ? text.substring(0, text.length() - 1) : text;
  }

  private Query range(Token token, String typed, Dates.Bounds bounds) {
    if (bounds.endsBeforeItStarts()) {
      repairs.add(token, "range ends before it starts: " + shown(typed), "turned round");
      return bounds.turned().toRange();
    }
    return bounds.toRange();
  }

  // ---- what is written otherwise

  private Optional<Query> near(Token token, String typed, Scope.Days days) {
    // More repairs are not listed, and to look for what is meant takes its time.
    if (looked == Query.MAX_REPAIRS) {
      repairs.add(token, "date is not one: " + shown(typed), LEFT_OUT);
      return Optional.empty();
    }
    looked++;
    if (token.is(Token.Kind.WORD) && isInWords(token, days)) {
      return Optional.empty();
    }
    List<String> readings = near.readings(typed, days);
    if (readings.size() == 1) {
      String meant = readings.getFirst();
      repairs.add(token, "date is not written so: " + shown(typed), "read as " + meant);
      return dates.read(meant, days).map(bounds -> range(token, meant, bounds));
    }
    String shown = shown(token.word().text());
    if (readings.size() > 1) {
      String either = "(" + String.join(" OR ", readings) + ")";
      ask(token, "date is not clear: " + shown, String.join(" or ", readings), either);
      return Optional.empty();
    }
    Optional<String> meant = respelt(typed, days).or(() -> year(typed));
    if (meant.isPresent()) {
      ask(token, "date is not one: " + shown, meant.get(), meant.get());
    } else {
      repairs.add(token, "date is not one such as " + FORMS + ": " + shown, LEFT_OUT);
    }
    return Optional.empty();
  }

  private void ask(Token token, String problem, String shown, String meant) {
    int length = token.end() - token.start();
    ask(token.start(), length, problem, shown, meant);
  }

  private void ask(int offset, int length, String problem, String shown, String meant) {
    repairs.addMisspelt(offset, length, problem + ": did you mean " + shown + "?", LEFT_OUT, meant);
  }

  /** Says whether a date goes on behind a word, which is to be typed in quotes. */
  private boolean isInWords(Token token, Scope.Days days) {
    int end = token.end();
    Optional<String> longest = Optional.empty();
    int longestEnd = end;
    for (int words = 1; words < MOST_WORDS && end + 1 < text.length(); words++) {
      if (text.charAt(end) != ' ' || end - token.start() > NearDates.LONGEST) {
        break;
      }
      end = wordEnd(end + 1);
      List<String> readings = near.readings(withoutStop(text.substring(token.start(), end)), days);
      if (readings.size() == 1) {
        longest = Optional.of(readings.getFirst());
        longestEnd = end;
      }
    }
    if (longest.isEmpty()) {
      return false;
    }
    String problem = "date of several words is not in quotes: ";
    String typed = text.substring(token.start(), longestEnd);
    ask(
        token.start(),
        longestEnd - token.start(),
        problem + shown(typed),
        longest.get(),
        longest.get());
    return true;
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == ' ' || c == '|' || c == '(' || c == ')' || Characters.isQuote(c)) {
        break;
      }
      end++;
    }
    return end;
  }

  // ---- what is written wrongly

  /** Reads a date with each misspelt word by the one of dates that is closest. */
  private Optional<String> respelt(String typed, Scope.Days days) {
    if (typed.length() > NearDates.LONGEST) {
      return Optional.empty();
    }
    String spelt = LETTERS.matcher(typed).replaceAll(word -> spelt(word));
    if (spelt.equals(typed)) {
      return Optional.empty();
    }
    if (days == Scope.Days.WITHIN && spelt.equals(UNKNOWN)) {
      return Optional.of(UNKNOWN);
    }
    List<String> readings = near.readings(spelt, days);
    return readings.size() == 1 ? Optional.of(readings.getFirst()) : Optional.empty();
  }

  private static String spelt(MatchResult word) {
    boolean known = DateNames.month(word.group()).isPresent();
    return known ? word.group() : DateNames.nearest(word.group()).orElse(word.group());
  }

  /** Returns the one year that a text names. */
  private static Optional<String> year(String typed) {
    List<String> years = YEAR.matcher(typed).results().map(MatchResult::group).toList();
    return years.size() == 1 ? Optional.of(years.getFirst()) : Optional.empty();
  }
}
