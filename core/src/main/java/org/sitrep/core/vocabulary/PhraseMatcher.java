package org.sitrep.core.vocabulary;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds the phrases of a vocabulary in text, in one pass and whatever their number.
 *
 * <p>Words are compared folded: case, accents, kinds of apostrophe and soft hyphens do not count,
 * and a possessive ending is no part of a word. A phrase never matches inside a word. Between its
 * words may stand white space with at most one line break, one hyphen or dash, and the dot, comma
 * or ampersand that the phrase itself has there. Of the phrases that start at one place the longest
 * wins, the text is read from left to right, and matches do not overlap; phrases that are equal
 * after folding all match, each with its own value.
 *
 * <p>The phrases form a trie over words. A text of n characters takes at most n times the number of
 * words of the longest phrase, whatever it holds. Immutable; safe for use by several threads.
 *
 * @param <V> what a phrase stands for
 */
public final class PhraseMatcher<V> {
  /** How the letters of a phrase must be written in a text to match. */
  public enum LetterCase {
    /** In any case. */
    ANY,
    /** With a capital first letter, where the phrase has one. */
    CAPITAL,
    /** Exactly as the phrase is written, accents included. */
    EXACT
  }

  /**
   * One entry of a vocabulary.
   *
   * @param text the phrase, with at least one letter or digit
   * @param letterCase how it must be written in a text
   * @param value what it stands for
   * @param <V> the type of the value
   */
  public record Phrase<V>(String text, LetterCase letterCase, V value) {
    /** Refuses nulls. */
    public Phrase {
      requireNonNull(text, "text");
      requireNonNull(letterCase, "letterCase");
      requireNonNull(value, "value");
    }
  }

  /**
   * One place where a phrase stands.
   *
   * @param start where it starts, in UTF-16 units from the start of the text
   * @param end where it ends, exclusive
   * @param phrase the phrase
   * @param <V> the type of the value
   */
  public record Match<V>(int start, int end, Phrase<V> phrase) {
    /**
     * What the phrase stands for.
     *
     * @return the value of the phrase
     */
    public V value() {
      return phrase.value();
    }
  }

  private final PhraseTrie<Phrase<V>> trie;

  private PhraseMatcher(PhraseTrie<Phrase<V>> trie) {
    this.trie = trie;
  }

  /**
   * Builds a matcher.
   *
   * @param phrases the vocabulary, possibly empty; copied
   * @param <V> the type of the values
   * @return the matcher
   * @throws IllegalArgumentException if a phrase holds no word, or a word of more than 48 letters
   */
  public static <V> PhraseMatcher<V> of(Collection<Phrase<V>> phrases) {
    requireNonNull(phrases, "phrases");
    return new PhraseMatcher<>(PhraseTrie.of(phrases));
  }

  /**
   * Finds every phrase in a text.
   *
   * @param text any text, possibly empty
   * @return the matches from left to right; equal spans in the order in which their phrases were
   *     given; empty where nothing matches; unmodifiable
   */
  public List<Match<V>> find(String text) {
    return find(text, Integer.MAX_VALUE);
  }

  /**
   * Finds the first phrases in a text, which bounds the memory that a hostile text can take.
   *
   * @param text any text, possibly empty
   * @param limit the number of matches after which the text is read no further
   * @return the matches as {@link #find(String)} gives them; more than the limit only where the
   *     last span has several
   * @throws IllegalArgumentException if the limit is negative
   */
  public List<Match<V>> find(String text, int limit) {
    requireNonNull(text, "text");
    if (limit < 0) {
      throw new IllegalArgumentException("limit is negative: " + limit);
    }
    Collector<V> collector = new Collector<>(text, limit);
    trie.walk(text, collector);
    return List.copyOf(collector.found);
  }

  /** Keeps the matches of the phrases that are written as they must be. */
  private static final class Collector<V> implements PhraseTrie.Sink<Phrase<V>> {
    final List<Match<V>> found = new ArrayList<>();
    private final String text;
    private final int limit;

    Collector(String text, int limit) {
      this.text = text;
      this.limit = limit;
    }

    @Override
    public boolean isFull() {
      return found.size() >= limit;
    }

    @Override
    public boolean accept(int start, int end, List<Phrase<V>> phrases) {
      int before = found.size();
      for (Phrase<V> phrase : phrases) {
        if (isWrittenAs(phrase, text, start, end)) {
          found.add(new Match<>(start, end, phrase));
        }
      }
      return found.size() > before;
    }
  }

  private static boolean isWrittenAs(Phrase<?> phrase, String text, int start, int end) {
    return switch (phrase.letterCase()) {
      case ANY -> true;
      case CAPITAL ->
          !Character.isUpperCase(phrase.text().codePointAt(0))
              || !Character.isLowerCase(text.codePointAt(start));
      case EXACT -> letters(phrase.text()).equals(letters(text.substring(start, end)));
    };
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
