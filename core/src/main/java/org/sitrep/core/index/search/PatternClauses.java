package org.sitrep.core.index.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

  /** Two parts at a hyphen. */
  private static final Pattern PAIR =
      Pattern.compile("^([\\p{L}\\p{N}\\p{M}*?]+)[-\u2010-\u2013\u2212]([\\p{L}\\p{N}\\p{M}*?]+)$");

  /** A part that any word has. */
  private static final Pattern BARE = Pattern.compile("[*?]+");

  private static final int LONGEST_TYPE = 3;

  private final TextClauses text;

  PatternClauses(TextClauses text) {
    this.text = text;
  }

  Optional<Query> prefix(Field field, String start) {
    return wildcard(field, Patterns.escaped(start) + "*");
  }

  /**
   * Matches every word of a shape. Where the shape holds what parts words ("EU-Ukr*"), each piece
   * has to match; one that any word would match ("F-*", "*-force") says that there is a hyphen.
   */
  Optional<Query> wildcard(Field field, String typed) {
    Matcher pair = PAIR.matcher(typed);
    if (pair.matches() && (isBare(pair.group(1)) || isBare(pair.group(2)))) {
      return Optional.of(joined(field, pair.group(1), pair.group(2)));
    }
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
        if (!isBare(piece) || isBare(typed)) {
          piece(field, piece.toString()).ifPresent(pieces::add);
        }
        piece.setLength(0);
      }
    }
    Optional<Query> all = all(pieces);
    Matcher hyphened = HYPHENED.matcher(typed);
    return hyphened.matches()
        ? all.flatMap(apart -> piece(field, hyphened.replaceFirst("$1$2")).map(or(apart)))
        : all;
  }

  private static boolean isBare(CharSequence piece) {
    return BARE.matcher(piece).matches();
  }

  /**
   * Matches what a hyphen joins, where any word may stand at one side of it or at both:
   * designations (F-35), which the index holds without the dash, and words, which it also holds as
   * one.
   */
  private Query joined(Field field, String left, String right) {
    Automaton digit = Automata.makeCharRange('0', '9');
    Automaton other =
        Operations.union(
            List.of(
                Automata.makeCharRange(0, '0' - 1),
                Automata.makeCharRange('9' + 1, Character.MAX_CODE_POINT)));
    Automaton type = Operations.repeat(other, 1, LONGEST_TYPE);
    Automaton number = Operations.concatenate(List.of(digit, Automata.makeAnyString()));
    Automaton designation =
        Operations.concatenate(
            List.of(
                Operations.intersection(
                    shape(left), isBare(left) ? type : Operations.repeat(other, 1)),
                Operations.intersection(shape(right), number)));
    List<String> marks = Analysis.formMarks();
    Automaton some = Operations.repeat(Automata.makeAnyChar(), 1);
    Automaton word =
        Operations.concatenate(
            List.of(
                Operations.intersection(shape(left), some),
                Operations.intersection(shape(right), some)));
    Function<String, Query> types = marked(marks.get(0), designation);
    Function<String, Query> words = marked(marks.get(1), word);
    String named = isBare(left) ? right : left;
    Function<String, Query> part = marked(marks.get(0), shape(named));
    Function<String, Query> either =
        name -> {
          Query joined =
              isBare(named)
                  ? words.apply(name)
                  : new JoinedWordQuery(
                      name, words.apply(name), part.apply(name), isBare(left) ? 1 : 0);
          return new DisjunctionMaxQuery(List.of(types.apply(name), joined), 0);
        };
    return new ConstantScoreQuery(text.inFields(field, either));
  }

  private Function<String, Query> marked(String mark, Automaton shape) {
    Automaton form = Operations.concatenate(List.of(Automata.makeString(mark), shape));
    return Patterns.compiled(form, text.check());
  }

  private Automaton shape(String piece) {
    return Operations.union(
        Analysis.spellings(piece).stream()
            .map(spelling -> Patterns.shape(spelling, text.analysis()::fold))
            .toList());
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
    return Optional.of(shape(field, form(shape(piece))));
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
