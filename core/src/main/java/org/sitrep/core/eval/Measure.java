package org.sitrep.core.eval;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A measure of a ranking, from 0 to 1, as trec_eval defines it. Its name is {@code ndcg@10}, {@code
 * recall@100}, {@code p@5}, {@code map} or {@code mrr}: the kind, and after an at sign the depth.
 *
 * @param kind what is measured
 * @param depth how many articles of a ranking count, from 1; {@link #WHOLE} for all of them
 */
public record Measure(Kind kind, int depth) {
  /** The depth at which a whole ranking counts. */
  public static final int WHOLE = Integer.MAX_VALUE;

  private static final Pattern NAME = Pattern.compile("([a-z]{1,20})(?:@([1-9]\\d{0,6}))?");

  /** What is measured. */
  public enum Kind {
    /**
     * Normalised discounted cumulative gain: the sum of grades, each divided by log2(1 + rank),
     * over the same sum of the best ranking that the judgements allow. Järvelin and Kekäläinen 2002
     * with the discount of Burges et al. 2005 and the grade itself as the gain; trec_eval's ndcg
     * and ndcg_cut.
     */
    NDCG("ndcg"),
    /**
     * Average precision: the precision at the rank of each relevant article, 0 for one that was not
     * found, averaged over all relevant articles. Its mean over queries is MAP; trec_eval's map and
     * map_cut.
     */
    MAP("map"),
    /** The share of the relevant articles that were found; trec_eval's recall. */
    RECALL("recall"),
    /** The share of relevant articles in the first ones, of as many as the depth; trec_eval's P. */
    PRECISION("p"),
    /** One over the rank of the first relevant article, 0 without one; trec_eval's recip_rank. */
    RECIPROCAL_RANK("mrr");

    private final String id;

    Kind(String id) {
      this.id = id;
    }
  }

  /** Checks the parts. */
  public Measure {
    requireNonNull(kind, "kind");
    if (depth < 1) {
      throw new IllegalArgumentException("depth is not positive: " + depth);
    }
    if (kind == Kind.PRECISION && depth == WHOLE) {
      throw new IllegalArgumentException("precision needs a depth, as in p@10: " + kind.id);
    }
  }

  /**
   * Returns the usual measures.
   *
   * @return {@code ndcg@10}, {@code map}, {@code recall@100} and {@code mrr}
   */
  public static List<Measure> usual() {
    return List.of(parse("ndcg@10"), parse("map"), parse("recall@100"), parse("mrr"));
  }

  /**
   * Reads the name of a measure.
   *
   * @param name the name, in upper or lower case; without a depth, whole rankings count
   * @return the measure
   * @throws IllegalArgumentException if there is no such measure
   */
  public static Measure parse(String name) {
    Matcher parts = NAME.matcher(name.strip().toLowerCase(Locale.ROOT));
    if (parts.matches()) {
      String depth = parts.group(2);
      for (Kind kind : Kind.values()) {
        if (kind.id.equals(parts.group(1))) {
          return new Measure(kind, depth == null ? WHOLE : Integer.parseInt(depth));
        }
      }
    }
    throw new IllegalArgumentException(
        "measure is none of %s, with a depth as in ndcg@10: '%s'"
            .formatted(
                Arrays.stream(Kind.values()).map(k -> k.id).collect(Collectors.joining(", ")),
                name));
  }

  /**
   * Returns the name, which {@link #parse} reads.
   *
   * @return such as {@code ndcg@10}
   */
  public String name() {
    return depth == WHOLE ? kind.id : kind.id + "@" + depth;
  }

  /**
   * Scores a ranking.
   *
   * @param query the query's id
   * @param judgements which articles answer it
   * @param ranking the articles found, best first
   * @return the score, 0 to 1; 0 where no article is relevant
   */
  public double of(String query, Judgements judgements, List<RankedArticle> ranking) {
    List<Integer> ideal = judgements.relevantGrades(query);
    if (ideal.isEmpty()) {
      return 0;
    }
    int[] grades =
        ranking.stream()
            .limit(depth)
            .mapToInt(article -> judgements.grade(query, article.id()))
            .toArray();
    return switch (kind) {
      case NDCG -> gain(grades) / gain(ideal.stream().limit(depth).mapToInt(g -> g).toArray());
      case MAP -> precisions(grades) / ideal.size();
      case RECALL -> relevant(grades) / ideal.size();
      case PRECISION -> relevant(grades) / depth;
      case RECIPROCAL_RANK -> reciprocalRank(grades);
    };
  }

  private static double gain(int[] grades) {
    double gain = 0;
    for (int i = 0; i < grades.length; i++) {
      gain += grades[i] * Math.log(2) / Math.log(i + 2);
    }
    return gain;
  }

  private static double precisions(int[] grades) {
    double sum = 0;
    int relevant = 0;
    for (int i = 0; i < grades.length; i++) {
      if (grades[i] > 0) {
        sum += (double) ++relevant / (i + 1);
      }
    }
    return sum;
  }

  private static double relevant(int[] grades) {
    return Arrays.stream(grades).filter(grade -> grade > 0).count();
  }

  private static double reciprocalRank(int[] grades) {
    for (int i = 0; i < grades.length; i++) {
      if (grades[i] > 0) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }
}
