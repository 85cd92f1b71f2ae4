package org.sitrep.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sitrep.core.search.Snippet;
import org.sitrep.core.search.Span;

/** A text of which pieces look different, to be wrapped to a width. For one thread. */
final class StyledText {
  private final StringBuilder text = new StringBuilder();

  /** The style of each character of the text. */
  private final List<Style> styles = new ArrayList<>();

  /** A passage with its matches marked. */
  static StyledText of(Snippet snippet, Style style) {
    StyledText styled = new StyledText();
    int at = 0;
    for (Span match : snippet.matches()) {
      styled.add(style, snippet.text().substring(at, match.start()));
      styled.add(Style.MATCH, snippet.text().substring(match.start(), match.end()));
      at = match.end();
    }
    return styled.add(style, snippet.text().substring(at));
  }

  StyledText add(String piece) {
    return add(Style.PLAIN, piece);
  }

  StyledText add(Style style, String piece) {
    text.append(piece);
    styles.addAll(Collections.nCopies(piece.length(), style));
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /**
   * Prints the text in lines of a width. Runs of white space are one blank; words are not cut.
   *
   * @param first what stands before the first line
   * @param others what stands before each other line
   */
  void print(Output out, String first, String others, int width) {
    String indent = first;
    List<int[]> line = new ArrayList<>();
    int taken = Shown.width(indent);
    for (int[] word : words()) {
      int needed = Shown.width(text.substring(word[0], word[1]));
      if (!line.isEmpty() && taken + 1 + needed > width) {
        print(out, indent, line);
        indent = others;
        line.clear();
        taken = Shown.width(indent);
      }
      taken += needed + (line.isEmpty() ? 0 : 1);
      line.add(word);
    }
    print(out, indent, line);
  }

  private List<int[]> words() {
    List<int[]> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (isBlank(text.charAt(at))) {
        at++;
        continue;
      }
      int start = at;
      while (at < text.length() && !isBlank(text.charAt(at))) {
        at++;
      }
      words.add(new int[] {start, at});
    }
    return words;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u0085';
  }

  private void print(Output out, String indent, List<int[]> words) {
    out.print(words.isEmpty() ? indent.stripTrailing() : indent);
    StyledText line = new StyledText();
    int last = 0;
    for (int[] word : words) {
      if (!line.isEmpty()) {
        line.text.append(' ');
        // The blank belongs to what spans it, so that a marked phrase has no holes.
        boolean spanned = styles.get(last - 1) == styles.get(word[0]);
        line.styles.add(spanned ? styles.get(last) : Style.PLAIN);
      }
      line.text.append(text, word[0], word[1]);
      line.styles.addAll(styles.subList(word[0], word[1]));
      last = word[1];
    }
    line.printRuns(out);
    out.line();
  }

  private void printRuns(Output out) {
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || styles.get(i) != styles.get(start)) {
        out.print(styles.get(start), text.substring(start, i));
        start = i;
      }
    }
  }
}
