package org.sitrep.core.index.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.Analysis.Word;
import org.sitrep.core.query.Field;

/**
 * Clauses that look into titles and bodies for words of a shape: prefixes, wildcards and fuzzy
 * words match exact forms, all with one score. For one thread.
 */
final class PatternClauses {
  /** The beginning of a designation, which the index holds without its dash: "F-1*" is "F1*". */
  private static final Pattern DESIGNATION =
      Pattern.compile("^(\\p{L}{1,3})[-\u2010-\u2013\u2212]([0-9])");

  /** The beginning of a word that may be written without its hyphen: "co-operat*". */
  private static final Pattern HYPHENED =
      Pattern.compile("^(\\p{L}+)[-\u2010-\u2013\u2212](\\p{L}[\\p{L}*?]*)$");

  private final TextClauses text;

  PatternClauses(TextClauses text) {
    this.text = text;
  }

  Optional<Query> prefix(Field field, String start) {
    return wildcard(field, Patterns.escaped(start) + "*");
  }

  /**
   * Matches every word of a shape. Where the shape holds what parts words ("EU-Ukr*"), each piece
   * has to match.
   */
  Optional<Query> wildcard(Field field, String typed) {
    String pattern = DESIGNATION.matcher(typed).replaceFirst("$1$2");
    List<Query> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    boolean escaped = false;
    for (int c : (pattern + " ").codePoints().toArray()) {
      boolean wild = !escaped && (c == '*' || c == '?');
      escaped = !escaped && c == Patterns.ESCAPE;
      if (wild || c == '\'' || Character.isLetterOrDigit(c) || isMark(c)) {
        piece.appendCodePoint(c);
      } else if (!escaped && !piece.isEmpty()) {
        piece(field, piece.toString()).ifPresent(pieces::add);
        piece.setLength(0);
      }
    }
    Optional<Query> all = all(pieces);
    Matcher hyphened = HYPHENED.matcher(typed);
    return hyphened.matches()
        ? all.flatMap(apart -> piece(field, hyphened.replaceFirst("$1$2")).map(or(apart)))
        : all;
  }

  private static UnaryOperator<Query> or(Query first) {
    return second -> new DisjunctionMaxQuery(List.of(first, second), 0);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
  }

  private Optional<Query> piece(Field field, String piece) {
    if (piece.indexOf('*') < 0 && piece.indexOf('?') < 0) {
      return text.phrase(field, piece, 0);
    }
    List<Automaton> shapes = new ArrayList<>();
    for (String spelling : Analysis.spellings(piece)) {
      shapes.add(Patterns.shape(spelling, text.analysis()::fold));
    }
    return Optional.of(shape(field, form(Operations.union(shapes))));
  }

  Optional<Query> fuzzy(Field field, String word, int edits) {
    List<Query> pieces = new ArrayList<>();
    for (Word piece : text.analysis().words(word, "")) {
      text.check().run();
      String exact = piece.exact().substring(Analysis.exact("").length());
      pieces.add(shape(field, form(new LevenshteinAutomata(exact, true).toAutomaton(edits))));
    }
    return all(pieces);
  }

  /** The terms of forms of a shape, written so or otherwise in the text. */
  private static Automaton form(Automaton shape) {
    List<Automaton> marks = new ArrayList<>();
    Analysis.formMarks().forEach(mark -> marks.add(Automata.makeString(mark)));
    return Operations.concatenate(List.of(Operations.union(marks), shape));
  }

  private Query shape(Field field, Automaton shape) {
    return new ConstantScoreQuery(text.inFields(field, Patterns.compiled(shape, text.check())));
  }

  private static Optional<Query> all(List<Query> pieces) {
    if (pieces.size() < 2) {
      return pieces.stream().findFirst();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    pieces.forEach(piece -> all.add(piece, Occur.MUST));
    return Optional.of(all.build());
  }
}
