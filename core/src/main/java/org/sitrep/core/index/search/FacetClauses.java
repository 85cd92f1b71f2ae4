package org.sitrep.core.index.search;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.query.Field;

/**
 * Clauses that look into the values of a facet. Names of authors, sources and sections match by the
 * words in them; tags and the rest as a whole.
 */
final class FacetClauses {
  private static final String WORD_BREAKS = " -–—,.;:/\\'’\"()[]&|_+";

  private FacetClauses() {}

  static Optional<Query> word(Field field, String word, Runnable check) {
    return phrase(field, word, check);
  }

  static Optional<Query> phrase(Field field, String words, Runnable check) {
    Facet facet = facet(field);
    String key = facet.key(words);
    if (!matchesByWords(facet)) {
      return Optional.of(new TermQuery(new Term(Schema.keys(facet), key)));
    }
    if (key.length() > Article.MAX_VALUE_LENGTH) {
      return Optional.of(new MatchNoDocsQuery("no value is so long"));
    }
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(new ContainedWords(Schema.keys(facet), key, WORD_BREAKS, check));
  }

  static Optional<Query> prefix(Field field, String start, Runnable check) {
    return wildcard(field, Patterns.escaped(start) + "*", check);
  }

  static Optional<Query> wildcard(Field field, String pattern, Runnable check) {
    Facet facet = facet(field);
    return Optional.of(
        within(facet, Patterns.shape(pattern, piece -> foldedPiece(facet, piece)), check));
  }

  static Optional<Query> fuzzy(Field field, String word, int edits, Runnable check) {
    Facet facet = facet(field);
    Automaton near = new LevenshteinAutomata(facet.key(word), true).toAutomaton(edits);
    return Optional.of(within(facet, near, check));
  }

  private static Facet facet(Field field) {
    return field
        .facet()
        .orElseThrow(() -> new IllegalArgumentException("field is no facet: " + field.id()));
  }

  /** Folds a piece of a value, keeping the blanks at its ends. */
  private static String foldedPiece(Facet facet, String piece) {
    String key = facet.key("x" + piece + "x");
    return key.substring(1, key.length() - 1);
  }

  private static boolean matchesByWords(Facet facet) {
    return switch (facet) {
      case AUTHOR, SOURCE, SECTION -> true;
      case COUNTRY, ABOUT, TAG, TOPIC, DATE, LANGUAGE -> false;
    };
  }

  /**
   * Matches the values that a shape describes, or that contain words of that shape; never "none".
   */
  private static Query within(Facet facet, Automaton shape, Runnable check) {
    Automaton real =
        Operations.intersection(
            shape,
            Operations.concatenate(List.of(Automata.makeAnyChar(), Automata.makeAnyString())));
    if (!matchesByWords(facet)) {
      return Patterns.query(Schema.keys(facet), real, check);
    }
    Automaton wordBreak = Automata.makeCharSet(WORD_BREAKS.codePoints().toArray());
    Automaton before =
        Operations.optional(Operations.concatenate(List.of(Automata.makeAnyString(), wordBreak)));
    Automaton after =
        Operations.optional(Operations.concatenate(List.of(wordBreak, Automata.makeAnyString())));
    return Patterns.query(
        Schema.keys(facet), Operations.concatenate(List.of(before, real, after)), check);
  }
}
