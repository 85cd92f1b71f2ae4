package org.sitrep.core.index.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sitrep.core.query.Field;
import org.sitrep.core.query.Query;

/**
 * The words of a query that are searched for in titles and bodies, in runs of neighbours. A run
 * ends where something else stands between two words, and at a bracket.
 */
final class TypedWords {
  private final List<List<String>> runs = new ArrayList<>();

  private TypedWords() {}

  static List<List<String>> runs(Query query) {
    TypedWords words = new TypedWords();
    words.add(List.of(query));
    return words.runs;
  }

  /** The weight of all words together, where the n-th of the same counts less and less. */
  static double weight(List<List<String>> runs) {
    Map<String, Integer> counts = new HashMap<>();
    runs.forEach(
        run -> run.forEach(word -> counts.merge(word.toLowerCase(Locale.ROOT), 1, Integer::sum)));
    return counts.values().stream().mapToDouble(n -> n * repeatedWeight(n)).sum();
  }

  /**
   * The weight of each of n equal words: together 2n / (n + 1), BM25's saturation of words in the
   * query with its k3 of 1.
   */
  static float repeatedWeight(int n) {
    return 2f / (n + 1);
  }

  private void add(List<Query> neighbours) {
    List<String> run = new ArrayList<>();
    for (Query query : neighbours) {
      if (query instanceof Query.Term term && term.field() == Field.TEXT) {
        run.add(term.word());
      } else {
        end(run);
        run = new ArrayList<>();
        addWithin(query);
      }
    }
    end(run);
  }

  private void end(List<String> run) {
    if (!run.isEmpty()) {
      runs.add(run);
    }
  }

  private void addWithin(Query query) {
    switch (query) {
      case Query.And and -> add(and.clauses());
      case Query.Group group -> add(group.clauses());
      case Query.Or or -> or.clauses().forEach(clause -> add(List.of(clause)));
      default -> {}
    }
  }
}
