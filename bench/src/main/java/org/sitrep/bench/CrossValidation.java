package org.sitrep.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.sitrep.core.eval.Evaluation;
import org.sitrep.core.eval.Measure;
import org.sitrep.core.search.Feedback;
import org.sitrep.core.search.Ranking;

/**
 * Chooses parameters of the ranking on four fifths of the queries and scores the last fifth with
 * them, five times, so that every query is scored with parameters that it had no part in choosing.
 * The grid is coarse on purpose.
 */
final class CrossValidation {
  static final Measure NDCG = Measure.parse("ndcg@10");

  private static final int FOLDS = 5;
  private static final int SAMPLES = 100_000;

  private CrossValidation() {}

  static void print(List<org.sitrep.bench.Ranking.Collection> collections) throws IOException {
    List<Ranking> grid = grid();
    List<Double> plain = new ArrayList<>();
    List<List<Double>> scores = new ArrayList<>();
    grid.forEach(ranking -> scores.add(new ArrayList<>()));
    for (org.sitrep.bench.Ranking.Collection collection : collections) {
      plain.addAll(collection.plain().scores(NDCG).values());
      for (int i = 0; i < grid.size(); i++) {
        Evaluation.Result run = collection.run(grid.get(i));
        scores.get(i).addAll(run.scores(NDCG).values());
      }
    }
    List<Double> before = new ArrayList<>();
    List<Double> heldOut = new ArrayList<>();
    System.out.printf("%ncross-validation, %d folds of queries%n", FOLDS);
    for (int fold = 0; fold < FOLDS; fold++) {
      int best = best(scores, fold);
      Ranking chosen = grid.get(best);
      List<Double> foldBefore = new ArrayList<>();
      List<Double> foldAfter = new ArrayList<>();
      for (int query = fold; query < plain.size(); query += FOLDS) {
        foldBefore.add(plain.get(query));
        foldAfter.add(scores.get(best).get(query));
      }
      printGain("fold " + (fold + 1), foldBefore, foldAfter, Optional.of(chosen));
      before.addAll(foldBefore);
      heldOut.addAll(foldAfter);
    }
    printGain("all held-out queries", before, heldOut, Optional.empty());
  }

  private static List<Ranking> grid() {
    List<Ranking> grid = new ArrayList<>();
    for (double k1 : new double[] {1.2, 1.6}) {
      for (double title : new double[] {1, 2, 3}) {
        for (double exact : new double[] {0, 0.25}) {
          for (double feedback : new double[] {0, 0.2, 0.4}) {
            grid.add(
                new Ranking(
                    k1, 0.75, title, exact, 0.1, feedback, Feedback.FOR_ANY, Optional.empty()));
          }
        }
      }
    }
    return grid;
  }

  /** The point of the grid that is best on the queries outside a fold. */
  private static int best(List<List<Double>> scores, int fold) {
    int best = 0;
    double bestSum = -1;
    for (int i = 0; i < scores.size(); i++) {
      double sum = 0;
      for (int query = 0; query < scores.get(i).size(); query++) {
        sum += query % FOLDS == fold ? 0 : scores.get(i).get(query);
      }
      if (sum > bestSum) {
        best = i;
        bestSum = sum;
      }
    }
    return best;
  }

  /** Prints two means over the same queries, and the p-value of their difference. */
  static void printGain(
      String name, List<Double> before, List<Double> after, Optional<Ranking> ranking) {
    System.out.printf(
        "%-26s %8.4f %8.4f %+8.4f %8.4f%s%n",
        name,
        mean(before),
        mean(after),
        mean(after) - mean(before),
        probability(before, after),
        ranking
            .map(
                r ->
                    "  k1 %.1f, title %.0f, exact %.2f, feedback %.1f"
                        .formatted(r.k1(), r.titleWeight(), r.exactWeight(), r.feedbackWeight()))
            .orElse(""));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElse(0);
  }

  /** The paired randomisation test, two-sided, over the queries of several collections. */
  private static double probability(List<Double> before, List<Double> after) {
    double[] gains = new double[before.size()];
    double seen = 0;
    for (int i = 0; i < gains.length; i++) {
      gains[i] = after.get(i) - before.get(i);
      seen += gains[i];
    }
    Random random = new Random(1);
    int asLarge = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      double sum = 0;
      for (double gain : gains) {
        sum += random.nextBoolean() ? gain : -gain;
      }
      asLarge += Math.abs(sum) >= Math.abs(seen) - 1e-9 ? 1 : 0;
    }
    return (asLarge + 1.0) / (SAMPLES + 1.0);
  }
}
