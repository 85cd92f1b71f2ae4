package org.sitrep.core.eval;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A run beside a baseline over the same queries, and how likely so large a difference is by luck
 * alone.
 *
 * <p>The p-value is that of the paired randomisation test, two-sided (Smucker, Allan and
 * Carterette, "A Comparison of Statistical Significance Tests for Information Retrieval
 * Evaluation", CIKM 2007): if the runs were equally good, each query's two scores might as well
 * have been swapped. It is the share of all swappings whose difference of means is as large as the
 * one seen. All are counted where they are no more than the permutations allowed; else that many
 * are drawn, and the p-value is (1 + those as large) / (1 + those drawn), which is never 0.
 *
 * @param measure what was measured
 * @param queries over how many queries
 * @param better at how many of them the run scores higher
 * @param worse at how many it scores lower
 * @param baseline the baseline's mean, 0 to 1
 * @param mean the run's mean, 0 to 1
 * @param p the p-value, above 0, at most 1; small where luck is an unlikely reason
 * @param method whether all permutations were counted or some drawn
 */
public record Comparison(
    Measure measure,
    int queries,
    int better,
    int worse,
    double baseline,
    double mean,
    double p,
    Method method) {
  /** The permutations allowed where nobody says. */
  public static final int USUAL_PERMUTATIONS = 100_000;

  /** The most permutations allowed. */
  public static final int MAX_PERMUTATIONS = 10_000_000;

  /** Differences of sums up to this are rounding. */
  private static final double ROUNDING = 1e-9;

  /** How the p-value was found. */
  public enum Method {
    /** Every permutation was counted. */
    EXACT,
    /** Permutations were drawn at random. */
    SAMPLED
  }

  /** Checks the parts. */
  public Comparison {
    requireNonNull(measure, "measure");
    requireNonNull(method, "method");
  }

  /**
   * Compares a run with a baseline, with the usual number of permutations and the seed 1.
   *
   * @param measure the measure
   * @param run the run
   * @param baseline the baseline, scored by the same judgements
   * @return the comparison
   * @throws IllegalArgumentException if the two were not scored by the same judgements
   */
  public static Comparison of(Measure measure, Evaluation.Result run, Evaluation.Result baseline) {
    return of(measure, run, baseline, USUAL_PERMUTATIONS, 1);
  }

  /**
   * Compares a run with a baseline.
   *
   * @param measure the measure
   * @param run the run
   * @param baseline the baseline, scored by the same judgements
   * @param permutations how many permutations to count or draw at most, 1 to {@value
   *     #MAX_PERMUTATIONS}
   * @param seed the seed of the draw; the same seed gives the same p-value
   * @return the comparison
   * @throws IllegalArgumentException if the two were not scored by the same judgements, or the
   *     number of permutations is out of its bounds
   */
  public static Comparison of(
      Measure measure,
      Evaluation.Result run,
      Evaluation.Result baseline,
      int permutations,
      long seed) {
    if (!run.judgements().equals(baseline.judgements())) {
      throw new IllegalArgumentException(
          "the runs were scored by different judgements: %s and %s"
              .formatted(run.run().tag(), baseline.run().tag()));
    }
    if (permutations < 1 || permutations > MAX_PERMUTATIONS) {
      throw new IllegalArgumentException(
          "permutations is not in 1..%d: %d".formatted(MAX_PERMUTATIONS, permutations));
    }
    Map<String, Double> before = baseline.scores(measure);
    double[] gains =
        run.scores(measure).entrySet().stream()
            .mapToDouble(score -> score.getValue() - before.getOrDefault(score.getKey(), 0.0))
            .toArray();
    // A query whose scores are equal adds nothing, swapped or not.
    double[] unequal = Arrays.stream(gains).filter(g -> g != 0).toArray();
    boolean exact = unequal.length < Integer.SIZE - 1 && 1 << unequal.length <= permutations;
    return new Comparison(
        measure,
        gains.length,
        (int) Arrays.stream(gains).filter(g -> g > 0).count(),
        (int) Arrays.stream(gains).filter(g -> g < 0).count(),
        baseline.mean(measure),
        run.mean(measure),
        exact ? counted(unequal) : drawn(unequal, permutations, seed),
        exact ? Method.EXACT : Method.SAMPLED);
  }

  private static double counted(double[] gains) {
    double seen = Math.abs(Arrays.stream(gains).sum()) - ROUNDING;
    int all = 1 << gains.length;
    int asLarge = 0;
    for (int swapped = 0; swapped < all; swapped++) {
      double sum = 0;
      for (int i = 0; i < gains.length; i++) {
        sum += (swapped >> i & 1) == 0 ? gains[i] : -gains[i];
      }
      asLarge += Math.abs(sum) >= seen ? 1 : 0;
    }
    return (double) asLarge / all;
  }

  private static double drawn(double[] gains, int permutations, long seed) {
    double seen = Math.abs(Arrays.stream(gains).sum()) - ROUNDING;
    SplittableRandom random = new SplittableRandom(seed);
    int asLarge = 0;
    for (int round = 0; round < permutations; round++) {
      double sum = 0;
      long bits = 0;
      for (int i = 0; i < gains.length; i++) {
        bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
        sum += (bits & 1) == 0 ? gains[i] : -gains[i];
      }
      asLarge += Math.abs(sum) >= seen ? 1 : 0;
    }
    return (asLarge + 1.0) / (permutations + 1.0);
  }

  /**
   * Returns by how much the run is better.
   *
   * @return its mean less the baseline's; negative where it is worse
   */
  public double gain() {
    return mean - baseline;
  }
}
