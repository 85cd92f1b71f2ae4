package org.sitrep.core.index.help;

import java.util.ArrayList;
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
 * @param word what may be the beginning of a word, empty where none can be
 * @param end the length of the whole text
 */
record Typed(Optional<Field> field, List<Piece> values, Optional<Piece> word, int end) {

  /**
   * A piece at the end of the text.
   *
   * @param text the piece, without the field's name and quotes
   * @param start where it starts in the whole text, the field's name and quotes included
   */
  record Piece(String text, int start) {}

  private static final int MOST_WORDS = 4;
  private static final Pattern FIELDED =
      Pattern.compile("(?:^|[\\s(+-])((\\p{L}++):(?:\"([^\"]*+)|([^\"\\s():]*+)))$");
  private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++$");
  private static final Pattern LAST_RUN = Pattern.compile("[^\\s()\"+-][^()\":]*+$");

  /** Reads the end of a text; nothing that it may hold is an error. */
  static Typed read(String text) {
    int from = Math.max(0, text.length() - Suggestion.MAX_TYPED);
    String tail = text.substring(from);
    Matcher fielded = FIELDED.matcher(tail);
    Optional<Field> field = fielded.find() ? Field.named(fielded.group(2)) : Optional.empty();
    Optional<Piece> word = lastWord(tail, from);
    if (field.isPresent()) {
      String value = fielded.group(3) != null ? fielded.group(3) : fielded.group(4);
      Piece piece = new Piece(value, from + fielded.start(1));
      return new Typed(field, List.of(piece), word, text.length());
    }
    return new Typed(field, runs(tail, from), word, text.length());
  }

  private static Optional<Piece> lastWord(String tail, int from) {
    Matcher word = LAST_WORD.matcher(tail);
    return word.find()
        ? Optional.of(new Piece(word.group(), from + word.start()))
        : Optional.empty();
  }

  /** The last words, up to four of them, then up to three, and so on. */
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
    while (runs.size() < MOST_WORDS && start > last.start()) {
      start--;
      while (start > last.start() && !Character.isWhitespace(tail.charAt(start - 1))) {
        start--;
      }
      boolean opened = start > 0 && tail.charAt(start - 1) == '"';
      runs.addFirst(new Piece(tail.substring(start), from + start - (opened ? 1 : 0)));
      while (start > last.start() && Character.isWhitespace(tail.charAt(start - 1))) {
        start--;
      }
    }
    return runs;
  }
}
