package org.sitrep.core.index.help;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/**
 * Finds the terms of an index that differ from a word by one letter or two: what a misspelt word
 * may stand for. The automata are those of Schulz and Mihov, "Fast string correction with
 * Levenshtein automata" (2002), as Lucene has them.
 *
 * <p>Only what is plausible: the fewest differences that give any, two only in words of eight
 * letters and more or, behind the same first letter and not both added or dropped, of seven; in
 * shorter words no other first letter, in the shortest no other letter at all. Neighbours that
 * changed places are one difference. What many fewer articles have than the best is left out.
 */
final class NearTerms {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_WITH_TWO_EDITS = 7;
  private static final int SHORT = 4;
  private static final int LONG = 8;

  /** How many times as many articles the best has as one that is left out. */
  private static final int RARE = 20;

  private static final int LONGEST = 60;

  /** How many terms are looked at between two looks at the clock. */
  private static final int STRIDE = 256;

  /** Finds what is within some edits of a word, and about how many articles have each. */
  private interface Source {
    Map<String, Long> at(String word, int edits, BooleanSupplier over) throws IOException;
  }

  private final Source source;

  /**
   * Prepares looking.
   *
   * @param reader the reader
   * @param fields the fields whose terms are looked at
   * @param mark what every term begins with
   */
  NearTerms(IndexReader reader, List<String> fields, String mark) {
    this.source = (word, edits, over) -> at(reader, fields, mark, word, edits, over);
  }

  /**
   * Prepares looking at words that are no terms.
   *
   * @param words the words as terms have them, and about how many articles have each
   */
  NearTerms(Map<String, Long> words) {
    this.source = (word, edits, over) -> among(words, word, edits);
  }

  /**
   * Finds terms.
   *
   * @param word the word as terms have it, without the mark
   * @param most how many to find at most
   * @param over says whether the time is over; what was found till then is given
   * @return the terms without the mark, the best first
   */
  List<String> find(String word, int most, BooleanSupplier over) throws IOException {
    int length = word.codePointCount(0, word.length());
    if (length < SHORTEST || length > LONGEST) {
      return List.of();
    }
    for (int edits = 1; edits <= furthest(length) && !over.getAsBoolean(); edits++) {
      Map<String, Long> articles = source.at(word, edits, over);
      boolean oneEdit = edits == 1;
      articles.keySet().removeIf(term -> !isPlausible(word, term, oneEdit));
      long best = articles.values().stream().mapToLong(n -> n).max().orElse(0);
      if (best > 0) {
        return articles.entrySet().stream()
            .filter(term -> term.getValue() * RARE >= best)
            .sorted(
                Comparator.<Map.Entry<String, Long>>comparingInt(
                        term -> term.getKey().startsWith(first(word)) ? 0 : 1)
                    .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(most)
            .map(Map.Entry::getKey)
            .toList();
      }
    }
    return List.of();
  }

  private static int furthest(int length) {
    return length < SHORTEST_WITH_TWO_EDITS ? 1 : 2;
  }

  private static boolean isPlausible(String word, String term, boolean oneEdit) {
    int length = word.codePointCount(0, word.length());
    boolean sameFirst = term.startsWith(first(word));
    if (term.equals(word) || sorted(word).equals(sorted(term))) {
      return !term.equals(word);
    }
    if (!oneEdit) {
      int apart = Math.abs(length - term.codePointCount(0, term.length()));
      return length >= LONG || (sameFirst && apart < 2);
    }
    return switch (length) {
      case SHORTEST -> sameFirst && term.length() > word.length();
      case SHORT -> sameFirst;
      default -> true;
    };
  }

  private static String sorted(String word) {
    return word.codePoints()
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String first(String word) {
    return word.substring(0, word.offsetByCodePoints(0, 1));
  }

  private static Map<String, Long> among(Map<String, Long> words, String word, int edits) {
    CharacterRunAutomaton near =
        new CharacterRunAutomaton(new LevenshteinAutomata(word, true).toAutomaton(edits));
    Map<String, Long> articles = new HashMap<>();
    for (Map.Entry<String, Long> each : words.entrySet()) {
      if (isWord(each.getKey()) && near.run(each.getKey())) {
        articles.put(each.getKey(), each.getValue());
      }
    }
    return articles;
  }

  private static Map<String, Long> at(
      IndexReader reader,
      List<String> fields,
      String mark,
      String word,
      int edits,
      BooleanSupplier over)
      throws IOException {
    Automaton near = new LevenshteinAutomata(word, true).toAutomaton(edits, mark);
    CompiledAutomaton compiled = new CompiledAutomaton(near);
    Map<String, Long> articles = new HashMap<>();
    for (String field : fields) {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms == null) {
        continue;
      }
      TermsEnum found = compiled.getTermsEnum(terms);
      int looked = 0;
      for (BytesRef term = found.next(); term != null; term = found.next()) {
        String text = term.utf8ToString().substring(mark.length());
        if (isWord(text)) {
          articles.merge(text, (long) found.docFreq(), Long::sum);
        }
        if (++looked % STRIDE == 0 && over.getAsBoolean()) {
          return articles;
        }
      }
    }
    return articles;
  }

  /** A number is no misspelling of another one. */
  private static boolean isWord(String text) {
    return text.codePoints().noneMatch(Character::isDigit);
  }
}
