package org.sitrep.core.index.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.apache.lucene.util.automaton.UTF32ToUTF8;
import org.jspecify.annotations.Nullable;

/** Makes a query of a shape of terms: every term of the shape matches, with one score for all. */
final class Patterns {
  /** Stands before a character of a pattern that stands for itself. */
  static final char ESCAPE = '\\';

  /** How many terms are gone through between two looks at the clock. */
  private static final int STRIDE = 16;

  private Patterns() {}

  /**
   * Returns the shape of a pattern.
   *
   * @param pattern the pattern: a star, a question mark, and a backslash before what stands for
   *     itself
   * @param folded gives the pieces between as terms have them
   */
  static Automaton shape(String pattern, UnaryOperator<String> folded) {
    List<Automaton> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == ESCAPE && i + 1 < pattern.length()) {
        literal.append(pattern.charAt(++i));
      } else if (c == '*' || c == '?') {
        addLiteral(parts, literal, folded);
        parts.add(c == '*' ? Automata.makeAnyString() : Automata.makeAnyChar());
      } else {
        literal.append(c);
      }
    }
    addLiteral(parts, literal, folded);
    return Operations.concatenate(parts);
  }

  private static void addLiteral(
      List<Automaton> parts, StringBuilder literal, UnaryOperator<String> folded) {
    if (!literal.isEmpty()) {
      parts.add(Automata.makeString(folded.apply(literal.toString())));
      literal.setLength(0);
    }
  }

  /** Returns the pattern that a text alone matches. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ESCAPE || c == '*' || c == '?') {
        escaped.append(ESCAPE);
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** Matches the terms that a shape accepts. */
  static Query query(String field, Automaton shape, Runnable check) {
    return compiled(shape, check).apply(field);
  }

  /**
   * Works a shape out, once for all fields in which it is looked for. One that would grow too large
   * when it is made deterministic is run as it is, which takes longer and no more memory.
   *
   * @param shape the shape
   * @param check is called again and again while terms are looked at; what it throws ends that
   * @return what gives the query of a field
   */
  static Function<String, Query> compiled(Automaton shape, Runnable check) {
    Automaton live = Operations.removeDeadStates(shape);
    Automaton runnable;
    try {
      Automaton characters =
          Operations.determinize(live, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
      // In bytes it is about as large as in characters.
      runnable = Operations.determinize(new UTF32ToUTF8().convert(characters), Integer.MAX_VALUE);
    } catch (TooComplexToDeterminizeException e) {
      runnable = new UTF32ToUTF8().convert(live);
    }
    Automaton bytes = runnable;
    return field ->
        new AutomatonQuery(new Term(field, ""), bytes, true, ShapeQuery.REWRITE) {
          @Override
          protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes)
              throws IOException {
            return checked(super.getTermsEnum(terms, attributes), check);
          }
        };
  }

  /** Looks at the clock while terms are gone through, of each of which articles are collected. */
  private static TermsEnum checked(TermsEnum terms, Runnable check) {
    return new FilterLeafReader.FilterTermsEnum(terms) {
      private int seen;

      @Override
      public @Nullable BytesRef next() throws IOException {
        if (seen++ % STRIDE == 0) {
          check.run();
        }
        return in.next();
      }
    };
  }
}
