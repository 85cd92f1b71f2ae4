package org.sitrep.core.index.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.sitrep.core.index.analysis.Analysis;
import org.sitrep.core.index.analysis.Analysis.Word;
import org.sitrep.core.index.store.Schema;
import org.sitrep.core.query.Field;

/**
 * Clauses that look into titles and bodies. A word matches by its stem in any of the languages that
 * the index holds; where its exact form stands too, the article ranks higher. Prefixes, wildcards
 * and fuzzy words match exact forms, all with one score.
 */
public final class TextClauses {
  private static final float TITLE_WEIGHT = 2.0f;
  private static final float EXACT_WEIGHT = 0.25f;
  private static final float OTHER_FIELD_WEIGHT = 0.3f;

  /** The beginning of a designation, which the index holds without its dash: "F-1*" is "F1*". */
  private static final Pattern DESIGNATION =
      Pattern.compile("^(\\p{L}{1,3})[-\u2010-\u2013\u2212]([0-9])");

  private final Analysis analysis;
  private final List<String> languages;

  /**
   * Prepares clauses.
   *
   * @param analysis makes terms of words
   * @param languages the languages that the articles are analysed by, as {@link
   *     Analysis#languageOf} gives them
   */
  public TextClauses(Analysis analysis, List<String> languages) {
    this.analysis = analysis;
    this.languages = List.copyOf(languages);
  }

  Optional<Query> phrase(Field field, String words, int slop) {
    Set<List<Word>> written = new LinkedHashSet<>();
    Set<List<Word>> readings = new LinkedHashSet<>();
    for (String language : searched()) {
      Analysis.Readings read = analysis.readings(words, language);
      written.addAll(read.written());
      readings.addAll(read.meant());
    }
    readings.addAll(written);
    if (readings.isEmpty()) {
      return Optional.empty();
    }
    Query stems = inFields(field, name -> sequence(name, readings, slop, Word::stem));
    Query exact = inFields(field, name -> sequence(name, written, slop, Word::exact));
    return Optional.of(
        new BooleanQuery.Builder()
            .add(stems, Occur.MUST)
            .add(new BoostQuery(exact, EXACT_WEIGHT), Occur.SHOULD)
            .build());
  }

  private List<String> searched() {
    return languages.isEmpty() ? List.of("en") : languages;
  }

  /**
   * For words typed side by side: gives each one a second way to match, by what it is together with
   * its neighbours. "F 16" finds F-16, "ministry of defence" MoD.
   *
   * @param field where to look
   * @param words the words, in order
   * @param clauses their clauses, in the same order; empty for a word with nothing to search for
   * @return the clauses with the second ways
   */
  List<Optional<Query>> together(Field field, List<String> words, List<Optional<Query>> clauses) {
    Map<List<Integer>, Set<List<Word>>> readings = new LinkedHashMap<>();
    for (String language : searched()) {
      for (Analysis.Together found : analysis.together(words, language)) {
        readings
            .computeIfAbsent(List.of(found.first(), found.last()), key -> new LinkedHashSet<>())
            .addAll(found.readings());
      }
    }
    List<Optional<Query>> together = new ArrayList<>(clauses);
    readings.forEach(
        (range, found) -> {
          Query whole = inFields(field, name -> sequence(name, found, 0, Word::stem));
          for (int i = range.get(0); i <= range.get(1); i++) {
            together.set(
                i,
                together.get(i).map(word -> new DisjunctionMaxQuery(List.of(word, whole), 0.0f)));
          }
        });
    return together;
  }

  private static Query inFields(Field field, Function<String, Query> clause) {
    return switch (field) {
      case TITLE -> clause.apply(Schema.TITLE);
      case BODY -> clause.apply(Schema.BODY);
      default ->
          new DisjunctionMaxQuery(
              List.of(
                  new BoostQuery(clause.apply(Schema.TITLE), TITLE_WEIGHT),
                  clause.apply(Schema.BODY)),
              OTHER_FIELD_WEIGHT);
    };
  }

  private static Query sequence(
      String field, Set<List<Word>> readings, int slop, Function<Word, String> term) {
    Set<String> single = new LinkedHashSet<>();
    Set<Query> clauses = new LinkedHashSet<>();
    for (List<Word> reading : readings) {
      if (reading.size() == 1) {
        single.add(term.apply(reading.get(0)));
      } else {
        String[] terms = reading.stream().map(term).toArray(String[]::new);
        clauses.add(new PhraseQuery(slop, field, terms));
      }
    }
    if (!single.isEmpty()) {
      clauses.add(anyOf(field, single));
    }
    return clauses.size() == 1 ? clauses.iterator().next() : new DisjunctionMaxQuery(clauses, 0.0f);
  }

  private static Query anyOf(String field, Set<String> terms) {
    if (terms.size() == 1) {
      return new TermQuery(new Term(field, terms.iterator().next()));
    }
    SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field);
    terms.forEach(term -> synonyms.addTerm(new Term(field, term)));
    return synonyms.build();
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
    return all(pieces);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
  }

  private Optional<Query> piece(Field field, String piece) {
    if (piece.indexOf('*') < 0 && piece.indexOf('?') < 0) {
      return phrase(field, piece, 0);
    }
    Automaton exact = Automata.makeString(Analysis.exact(""));
    Automaton shape = Patterns.shape(piece, analysis::fold);
    return Optional.of(shape(field, Operations.concatenate(List.of(exact, shape))));
  }

  Optional<Query> fuzzy(Field field, String word, int edits) {
    List<Query> pieces = new ArrayList<>();
    for (Word piece : analysis.words(word, "")) {
      String exact = piece.exact().substring(Analysis.exact("").length());
      Automaton near = new LevenshteinAutomata(exact, true).toAutomaton(edits, Analysis.exact(""));
      pieces.add(shape(field, near));
    }
    return all(pieces);
  }

  private static Query shape(Field field, Automaton shape) {
    return new ConstantScoreQuery(inFields(field, name -> Patterns.query(name, shape)));
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
