package org.sitrep.core.vocabulary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.sitrep.core.vocabulary.PhraseMatcher.Phrase;

/**
 * A trie of phrases whose edges are words. Most words of a text are in no vocabulary and cost one
 * look into the table of words.
 */
final class PhraseTrie<P extends Phrase<?>> {
  /** Takes the phrases that end a walk; false where none of them is written as it must be. */
  interface Sink<P> {
    boolean accept(int start, int end, List<P> phrases);

    /** Whether the walk can end. */
    boolean isFull();
  }

  private static final int DOT = 1;
  private static final int COMMA = 2;
  private static final int AMPERSAND = 4;
  private static final int POSSESSIVE = 8;

  private final WordTable words = new WordTable();
  private final EdgeTable edges = new EdgeTable();

  /** By node: the phrases that end there. */
  private final List<List<P>> ends = new ArrayList<>();

  /** By node: what may stand after its word, beside white space and hyphens. */
  private byte[] gaps = new byte[1024];

  /** By node: whether an edge leads on. */
  private boolean[] inner = new boolean[1024];

  private int maxWords;

  private PhraseTrie() {
    ends.add(List.of());
  }

  static <P extends Phrase<?>> PhraseTrie<P> of(Collection<? extends P> phrases) {
    PhraseTrie<P> trie = new PhraseTrie<>();
    for (P phrase : phrases) {
      trie.add(phrase);
    }
    return trie;
  }

  private void add(P phrase) {
    String text = phrase.text();
    WordScanner scanner = new WordScanner(text);
    int node = 0;
    int count = 0;
    int from = 0;
    int wordEnd = 0;
    while (scanner.next(from)) {
      if (scanner.folded().isEmpty()) {
        throw new IllegalArgumentException("phrase holds a word that is too long: '" + text + "'");
      }
      gaps[node] |= gapIn(text, wordEnd, scanner.start());
      node = child(node, words.findOrAdd(scanner));
      wordEnd = scanner.end();
      from = scanner.resume();
      count++;
    }
    if (count == 0) {
      throw new IllegalArgumentException("phrase holds no word: '" + text + "'");
    }
    maxWords = Math.max(maxWords, count);
    List<P> here = new ArrayList<>(ends.get(node));
    here.add(phrase);
    ends.set(node, List.copyOf(here));
  }

  private int child(int node, int word) {
    int known = edges.find(node, word);
    if (known >= 0) {
      return known;
    }
    int made = ends.size();
    ends.add(List.of());
    if (made >= gaps.length) {
      gaps = Arrays.copyOf(gaps, made * 2);
      inner = Arrays.copyOf(inner, made * 2);
    }
    inner[node] = true;
    edges.put(node, word, made);
    return made;
  }

  /** Walks over a text and hands on the longest phrase at each place. */
  void walk(String text, Sink<P> sink) {
    WordScanner scanner = new WordScanner(text);
    int[] nodes = new int[maxWords];
    int[] spans = new int[maxWords];
    int at = 0;
    while (!sink.isFull() && scanner.next(at)) {
      int start = scanner.start();
      at = scanner.elision() > 0 ? scanner.elision() : scanner.resume();
      int word = words.find(scanner);
      int node = word < 0 ? -1 : edges.find(0, word);
      if (node < 0) {
        continue;
      }
      nodes[0] = node;
      int last = follow(text, scanner, nodes, spans);
      for (int i = last; i >= 0; i--) {
        List<P> phrases = ends.get(nodes[i]);
        if (!phrases.isEmpty() && sink.accept(start, spans[i], phrases)) {
          at = spans[i];
          break;
        }
      }
    }
  }

  /** Follows the trie from the first node as far as it goes; gives the index of the last node. */
  private int follow(String text, WordScanner scanner, int[] nodes, int[] spans) {
    int depth = 0;
    spans[0] = scanner.end();
    while (inner[nodes[depth]]) {
      int wordEnd = scanner.end();
      int resume = scanner.resume();
      if (!scanner.next(resume)
          || !isGap(text, wordEnd, resume, scanner.start(), gaps[nodes[depth]])) {
        return depth;
      }
      int word = words.find(scanner);
      int node = word < 0 ? -1 : edges.find(nodes[depth], word);
      if (node < 0) {
        return depth;
      }
      depth++;
      nodes[depth] = node;
      spans[depth] = scanner.end();
    }
    return depth;
  }

  private static byte gapIn(String text, int from, int to) {
    int gap = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      gap |= WordScanner.isApostrophe(c) ? POSSESSIVE : mark(c);
    }
    return (byte) gap;
  }

  private static boolean isGap(String text, int wordEnd, int resume, int next, int allowed) {
    if (resume > wordEnd && (allowed & POSSESSIVE) == 0) {
      return false;
    }
    if (resume == next) {
      return WordScanner.standsAlone(text.codePointAt(next));
    }
    int breaks = 0;
    int marks = 0;
    for (int i = resume; i < next; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        breaks++;
      } else if (isHyphen(c)) {
        return next - resume == 1;
      } else if ((allowed & mark(c)) != 0) {
        marks++;
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return breaks <= 1 && marks <= 1;
  }

  private static int mark(char c) {
    return c == '.' ? DOT : c == ',' ? COMMA : c == '&' ? AMPERSAND : 0;
  }

  private static boolean isHyphen(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2013') || c == '\u2212';
  }
}
