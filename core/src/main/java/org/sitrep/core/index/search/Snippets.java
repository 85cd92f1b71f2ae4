package org.sitrep.core.index.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sitrep.core.search.Snippet;
import org.sitrep.core.search.Span;

/**
 * Cuts passages out of a text around what matched. A passage is one or more whole sentences of one
 * paragraph; of a sentence that is too long, whole words around the match; of a word that is too
 * long, a piece. No passage has more than 400 characters and those of its longest match. Picked are
 * those with the most different words of the query that no passage picked before has.
 */
final class Snippets {
  private static final int USUAL_LENGTH = 240;
  private static final int MAX_SENTENCE = 400;
  private static final int BEFORE_MATCH = 120;
  private static final int MAX_WORD = 80;
  private static final int MAX_PASSAGES = 500;
  private static final double REPEATED_WORD = 0.2;

  private record Passage(int start, int end, List<Span> matches, Map<String, Integer> words) {}

  private final String text;
  private final Runnable check;
  private final SentenceBreaks sentences = new SentenceBreaks(MAX_SENTENCE);
  private final NearBreaks words =
      new NearBreaks(BreakIterator.getWordInstance(Locale.ROOT), MAX_SENTENCE);
  private int paragraphStart;
  private int paragraphEnd;

  private Snippets(String text, Runnable check) {
    this.text = text;
    this.check = check;
  }

  /**
   * Cuts passages.
   *
   * @param text the text
   * @param matches where it matched
   * @param max how many passages at most, from 1
   * @param check is called before each passage; what it throws ends the cutting
   * @return the passages in their order in the text; its beginning where nothing matched; none of
   *     an empty text
   */
  static List<Snippet> cut(String text, List<Span> matches, int max, Runnable check) {
    if (text.isBlank()) {
      return List.of();
    }
    Snippets snippets = new Snippets(text, check);
    if (matches.isEmpty()) {
      int first = 0;
      while (Character.isWhitespace(text.charAt(first))) {
        first++;
      }
      return List.of(snippets.snippet(snippets.passage(first, first, List.of())));
    }
    return best(snippets.passages(matches), max).stream().map(snippets::snippet).toList();
  }

  /** Picks the best passage, then the one that adds most to it, and so on; gives them in order. */
  private static List<Passage> best(List<Passage> passages, int max) {
    List<Passage> left = new ArrayList<>(passages);
    List<Passage> best = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    while (best.size() < max && !left.isEmpty()) {
      int next = mostWorth(left, shown);
      best.add(left.get(next));
      shown.addAll(left.remove(next).words().keySet());
    }
    best.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return best;
  }

  /** The index of the first of those that are worth most. */
  private static int mostWorth(List<Passage> passages, Set<String> shown) {
    int best = 0;
    double most = 0;
    for (int i = 0; i < passages.size(); i++) {
      double worth = worth(passages.get(i), shown);
      if (worth > most) {
        best = i;
        most = worth;
      }
    }
    return best;
  }

  private static double worth(Passage passage, Set<String> shown) {
    double worth = 0;
    for (Map.Entry<String, Integer> word : passage.words().entrySet()) {
      worth += REPEATED_WORD * Math.log(word.getValue());
      worth += shown.contains(word.getKey()) ? REPEATED_WORD : 1;
    }
    return worth;
  }

  private List<Passage> passages(List<Span> matches) {
    List<Passage> passages = new ArrayList<>();
    int next = 0;
    while (next < matches.size() && passages.size() < MAX_PASSAGES) {
      check.run();
      Span match = matches.get(next);
      Passage passage = passage(match.start(), match.end(), matches.subList(next, matches.size()));
      passages.add(passage);
      next += passage.matches().size(); // at least the one that it was cut around
    }
    return passages;
  }

  private Passage passage(int matchStart, int matchEnd, List<Span> matches) {
    findParagraph(matchStart);
    int start = paragraphStart + sentences.startOf(matchStart - paragraphStart);
    int end = paragraphStart + sentences.endOf(matchStart - paragraphStart);
    if (end - start > MAX_SENTENCE) {
      start = Math.max(start, wordStart(Math.max(start, matchStart - BEFORE_MATCH)));
      end = Math.min(end, wordStart(Math.min(end, start + USUAL_LENGTH)));
    }
    end = Math.max(end, matchEnd);
    while (end < paragraphEnd) {
      int longer = paragraphStart + sentences.endOf(end - paragraphStart);
      if (longer - start > USUAL_LENGTH || longer <= end) {
        break;
      }
      end = longer;
    }
    return filled(start, withoutBlanks(start, wholeMatches(end, matches)), matches);
  }

  /** Moves an end behind a match that it would cut; a match may run into the next paragraph. */
  private static int wholeMatches(int end, List<Span> matches) {
    int whole = end;
    for (Span match : matches) {
      if (match.start() >= whole) {
        break;
      }
      whole = Math.max(whole, match.end());
    }
    return whole;
  }

  private int withoutBlanks(int start, int end) {
    int last = end;
    while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  private Passage filled(int start, int end, List<Span> matches) {
    List<Span> inside = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Span match : matches) {
      if (match.end() > end) {
        break;
      }
      inside.add(match);
      seen.merge(
          text.substring(match.start(), match.end()).toLowerCase(Locale.ROOT), 1, Integer::sum);
    }
    return new Passage(start, end, inside, seen);
  }

  private void findParagraph(int at) {
    if (at >= paragraphStart && at < paragraphEnd) {
      return;
    }
    int before = text.lastIndexOf("\n\n", at);
    paragraphStart = before < 0 ? 0 : before + 2;
    int after = text.indexOf("\n\n", at);
    paragraphEnd = after < 0 ? text.length() : after;
    String paragraph = text.substring(paragraphStart, paragraphEnd);
    sentences.setText(paragraph);
    words.setText(paragraph);
  }

  /**
   * The start of the word that a place in the paragraph is in, or the place between two words. In
   * the midst of a word that is too long it is the place itself, or before it where it would part a
   * pair of surrogates.
   */
  private int wordStart(int at) {
    if (at >= paragraphEnd) {
      return paragraphEnd;
    }
    int start = paragraphStart + words.upTo(at - paragraphStart);
    if (at - start <= MAX_WORD) {
      return start;
    }
    return Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)) ? at - 1 : at;
  }

  private Snippet snippet(Passage passage) {
    List<Span> shifted =
        passage.matches().stream()
            .map(m -> new Span(m.start() - passage.start(), m.end() - passage.start()))
            .toList();
    return new Snippet(text.substring(passage.start(), passage.end()), shifted);
  }
}
