package org.sitrep.core.index.help;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.core.query.Field;
import org.sitrep.core.search.Suggestion;

/**
 * The end of a text that is being typed.
 *
 * @param field the field whose name stands before it
 * @param values what may be the beginning of a value, the longest first; empty where none can be
 * @param words what may be the beginning of a word, the longest first: with all that dashes join
 *     and the letters before a number, then the last letters or digits alone
 * @param phrase what stands in a quote that is not closed
 * @param end the length of the whole text
 */
record Typed(
    Optional<Field> field, List<Piece> values, List<Piece> words, Optional<Piece> phrase, int end) {

  /**
   * A piece at the end of the text.
   *
   * @param text the piece, without the field's name and quotes
   * @param start where it starts in the whole text, the quote included, and of values the field's
   *     name
   */
  record Piece(String text, int start) {}

  private static final int MOST_WORDS = 4;
  private static final int LONGEST_NAME = 40;
  private static final String QUOTES = "\"“”„«»";
  private static final String OPERATOR = "[+!−\\p{Pd}]";
  private static final String START = "(?:^|\\s|\\(|" + OPERATOR + ")";
  private static final Pattern FIELDED =
      Pattern.compile(START + "((\\p{L}++):=?([^\"“”„«»\\s():]*+))$");
  private static final Pattern FIELD = Pattern.compile(START + "((\\p{L}++):=?)$");
  private static final Pattern OPERATORS = Pattern.compile(OPERATOR + "++");
  private static final Pattern JOINT = Pattern.compile("AND|OR|NOT|&&|\\|\\|");
  private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++$");
  private static final Pattern LAST_RUN = Pattern.compile("[^\\s()\"“”„«»+-][^()\"“”„«»:]*+$");
  private static final Pattern DESIGNATION =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{N}/])(?<![\\p{L}\\p{M}\\p{N}][‐‑–-])\\p{L}[\\p{L}\\p{M}\\p{N}]{0,9}"
              + "(?:[/‐‑–-][\\p{L}\\p{M}\\p{N}]{1,9}){0,3}(?:(?<=\\p{L})\\.?[ \u00a0]\\p{N}"
              + "[\\p{L}\\p{N}]{0,8}(?:[‐‑–-][\\p{L}\\p{N}]{1,9}){0,2})?$");

  /** Reads the end of a text; nothing that it may hold is an error. */
  static Typed read(String text) {
    int from = Math.max(0, text.length() - Suggestion.MAX_TYPED);
    Open open = open(text);
    if (open.quote() >= 0) {
      return open.quote() < from ? nothing(text) : inQuote(text, open);
    }
    String tail = text.substring(from);
    Matcher fielded = FIELDED.matcher(tail);
    Optional<Field> field = fielded.find() ? Field.named(fielded.group(2)) : Optional.empty();
    List<Piece> values =
        field.isPresent()
            ? List.of(new Piece(fielded.group(3), from + fielded.start(1)))
            : runs(tail, from);
    return new Typed(
        field.or(open::field), values, words(tail, from), Optional.empty(), text.length());
  }

  private static Typed nothing(String text) {
    return new Typed(Optional.empty(), List.of(), List.of(), Optional.empty(), text.length());
  }

  private static Typed inQuote(String text, Open open) {
    int quote = open.quote();
    Matcher name = FIELD.matcher(before(text, quote));
    Optional<Field> named = name.find() ? Field.named(name.group(2)) : Optional.empty();
    Optional<Field> field = named.or(open::field);
    String words = text.substring(quote + 1);
    boolean ended = words.isEmpty() || Character.isWhitespace(words.charAt(words.length() - 1));
    int start = named.isPresent() ? quote - name.group(1).length() : quote;
    List<Piece> values =
        ended && field.isEmpty() ? List.of() : List.of(new Piece(words.stripLeading(), start));
    return new Typed(
        field,
        values,
        words(words, quote + 1),
        ended ? Optional.empty() : Optional.of(new Piece(words, quote)),
        text.length());
  }

  /**
   * What is not closed at the end of a text.
   *
   * @param quote where the quote at the beginning of a word stands, or -1
   * @param field the field that is named before the bracket, if one is
   */
  private record Open(int quote, Optional<Field> field) {}

  private static Open open(String text) {
    int quote = -1;
    Deque<Optional<Field>> brackets = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (QUOTES.indexOf(c) >= 0) {
        quote = quote >= 0 || !startsClause(text, i) ? -1 : i;
      } else if (c == '(' && quote < 0) {
        Matcher name = FIELD.matcher(before(text, i));
        Optional<Field> field = name.find() ? Field.named(name.group(2)) : Optional.empty();
        Optional<Field> around = inner(brackets);
        brackets.push(field.or(() -> around));
      } else if (c == ')' && quote < 0) {
        brackets.poll();
      }
    }
    return new Open(quote, inner(brackets));
  }

  private static Optional<Field> inner(Deque<Optional<Field>> brackets) {
    return brackets.isEmpty() ? Optional.empty() : brackets.peek();
  }

  /** The end of what stands before a place, enough of it for the name of a field. */
  private static String before(String text, int at) {
    return text.substring(Math.max(0, at - LONGEST_NAME), at);
  }

  private static boolean startsClause(String text, int at) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    return Character.isWhitespace(before)
        || "(:!−".indexOf(before) >= 0
        || (before == '=' && at > 1 && text.charAt(at - 2) == ':')
        || OPERATORS.matcher(String.valueOf(before)).matches();
  }

  private static List<Piece> words(String tail, int from) {
    List<Piece> words = new ArrayList<>();
    for (Pattern pattern : List.of(DESIGNATION, LAST_WORD)) {
      Matcher word = pattern.matcher(tail);
      if (word.find() && words.stream().noneMatch(w -> w.start() == from + word.start())) {
        words.add(new Piece(word.group(), from + word.start()));
      }
    }
    return words;
  }

  /**
   * The last words, up to four of them, then up to three, and so on; none that stand before an
   * operator or belong to a field, which would be lost with them.
   */
  private static List<Piece> runs(String tail, int from) {
    List<Piece> runs = new ArrayList<>();
    if (tail.isEmpty() || Character.isWhitespace(tail.charAt(tail.length() - 1))) {
      return runs;
    }
    Matcher last = LAST_RUN.matcher(tail);
    if (!last.find()) {
      return runs;
    }
    int start = tail.length();
    boolean alone = false;
    while (!alone && runs.size() < MOST_WORDS && start > last.start()) {
      int end = start;
      start--;
      while (start > last.start() && !Character.isWhitespace(tail.charAt(start - 1))) {
        start--;
      }
      Matcher operators = OPERATORS.matcher(tail).region(start, end);
      int word = operators.lookingAt() ? operators.end() : start;
      boolean joint = !runs.isEmpty() && JOINT.matcher(tail).region(start, end).matches();
      if (word == end || joint || !startsClause(tail, word)) {
        break;
      }
      runs.addFirst(new Piece(tail.substring(word), from + word));
      alone = word == 0 || !isAfterSpace(tail, word);
      while (start > last.start() && Character.isWhitespace(tail.charAt(start - 1))) {
        start--;
      }
    }
    return runs;
  }

  private static boolean isAfterSpace(String text, int at) {
    return Character.isWhitespace(text.charAt(at - 1));
  }
}
