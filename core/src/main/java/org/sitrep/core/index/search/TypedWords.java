package org.sitrep.core.index.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;

/**
 * The words of a query that are searched for in titles and bodies, in runs of neighbours. A run
 * ends where something else stands between two words, and at a bracket.
 */
final class TypedWords {
  /** How many words within clauses are read; a phrase may be as long as a book's chapter. */
  private static final int MOST_WITHIN = 250;

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:['’.][\\p{L}\\p{M}\\p{N}]+)*");

  private final boolean looksWithin;
  private final Predicate<String> isCompound;
  private final UnaryOperator<List<String>> amounts;
  private final List<List<String>> runs = new ArrayList<>();
  private final List<String> within = new ArrayList<>();

  private TypedWords(
      boolean looksWithin, Predicate<String> isCompound, UnaryOperator<List<String>> amounts) {
    this.looksWithin = looksWithin;
    this.isCompound = isCompound;
    this.amounts = amounts;
  }

  /** Reads the words that are clauses by themselves. */
  static TypedWords of(Query query) {
    TypedWords words = new TypedWords(false, word -> false, run -> List.of());
    words.add(List.of(query), false);
    return words;
  }

  /**
   * Reads the words of phrases, compounds and amounts too.
   *
   * @param query the query
   * @param isCompound says of a word whether it matches as a phrase, as "wind-tunnel" does
   * @param amounts finds those of some neighbouring words that match as amounts of several words
   */
  static TypedWords withinClauses(
      Query query, Predicate<String> isCompound, UnaryOperator<List<String>> amounts) {
    TypedWords words = new TypedWords(true, isCompound, amounts);
    words.add(List.of(query), false);
    return words;
  }

  List<List<String>> runs() {
    return runs;
  }

  /** The words that an article may lack which has some of them: each is a part of a clause. */
  List<String> within() {
    return within;
  }

  /** The weight of all words together that pass a test. */
  double weight(Predicate<String> weighs) {
    return counts().entrySet().stream()
        .filter(word -> weighs.test(word.getKey()))
        .mapToDouble(word -> word.getValue() * repeatedWeight(word.getValue()))
        .sum();
  }

  /** How often each word stands in the query, in lower case. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    runs.forEach(
        run -> run.forEach(word -> counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum)));
    return counts;
  }

  /**
   * The weight of each of n equal words: together 2n / (n + 1), BM25's saturation of words in the
   * query with its k3 of 1.
   */
  static float repeatedWeight(int n) {
    return 2f / (n + 1);
  }

  private void add(List<Query> neighbours, boolean areRequired) {
    List<String> run = new ArrayList<>();
    for (Query query : neighbours) {
      if (query instanceof Query.Term term && term.field() == Field.TEXT) {
        run.add(term.word());
        if (areRequired) {
          addWithin(words(term.word(), isCompound));
        }
      } else {
        end(run, areRequired);
        run = new ArrayList<>();
        addClauses(query, areRequired);
      }
    }
    end(run, areRequired);
  }

  private void end(List<String> run, boolean areRequired) {
    if (!areRequired && run.size() > 1) {
      addWithin(amounts.apply(run));
    }
    end(run);
  }

  /**
   * Clauses of which the compounds were taken apart.
   *
   * @param clauses the clauses, each word of a compound one
   * @param compounds the compounds, in order
   */
  record Apart(List<Query> clauses, List<Compound> compounds) {}

  /**
   * A compound that was taken apart.
   *
   * @param typed how it was typed
   * @param first the index of its first word
   * @param end the index behind its last word
   */
  record Compound(Query.Term typed, int first, int end) {}

  /**
   * Takes compounds apart, so that each of their words stands by itself: "wind-tunnel" becomes
   * "wind" and "tunnel".
   *
   * @param clauses clauses side by side
   * @param isCompound says of a word whether it matches as a phrase
   */
  static Apart takenApart(List<Query> clauses, Predicate<String> isCompound) {
    List<Query> apart = new ArrayList<>(clauses.size());
    List<Compound> compounds = new ArrayList<>();
    for (Query clause : clauses) {
      if (clause instanceof Query.Term term && term.field().isText()) {
        int first = apart.size();
        words(term.word(), isCompound)
            .forEach(word -> apart.add(new Query.Term(term.field(), word)));
        if (apart.size() > first + 1) {
          compounds.add(new Compound(term, first, apart.size()));
        }
      } else {
        apart.add(clause);
      }
    }
    return new Apart(apart, compounds);
  }

  private static List<String> words(String word, Predicate<String> isCompound) {
    if (!isCompound.test(word)) {
      return List.of(word);
    }
    List<String> words = split(word);
    return words.isEmpty() || words.size() == MOST_WITHIN ? List.of(word) : words;
  }

  private static List<String> split(String words) {
    return WORD.matcher(words).results().limit(MOST_WITHIN).map(MatchResult::group).toList();
  }

  private void addWithin(List<String> words) {
    if (looksWithin) {
      within.addAll(words.subList(0, Math.min(words.size(), MOST_WITHIN - within.size())));
    }
  }

  private void end(List<String> run) {
    if (!run.isEmpty()) {
      runs.add(run);
    }
  }

  private void addClauses(Query query, boolean areRequired) {
    switch (query) {
      case Query.And and -> add(and.clauses(), true);
      case Query.Group group ->
          add(
              looksWithin && !areRequired
                  ? takenApart(group.clauses(), isCompound).clauses()
                  : group.clauses(),
              areRequired);
      case Query.Or or -> or.clauses().forEach(clause -> add(List.of(clause), areRequired));
      case Query.Phrase phrase when looksWithin && phrase.field() == Field.TEXT -> {
        List<String> words = split(phrase.words());
        end(words);
        addWithin(words);
      }
      default -> {}
    }
  }
}
