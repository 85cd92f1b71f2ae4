package org.sitrep.core.eval;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.query.ParsedQuery;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.SearchRequest;

/**
 * Queries and what ought to answer them: asks an index, and scores what it answers. Immutable.
 *
 * @param queries the queries
 * @param judgements the judgements of these queries; those of other queries are dropped
 */
public record Evaluation(Queries queries, Judgements judgements) {
  /** The tag of runs that are made here. */
  private static final String TAG = "sitrep";

  /** Checks that there is something to score, and drops the judgements of other queries. */
  public Evaluation {
    judgements = judgements.only(queries.texts().keySet());
    checkScored(judgements);
  }

  private static void checkScored(Judgements judgements) {
    if (judgements.queries().isEmpty()) {
      throw new IllegalArgumentException(
          "no query has an article judged relevant, of queries: " + judgements.grades().size());
    }
  }

  /**
   * Puts queries and their judgements together.
   *
   * @param queries the queries
   * @param judgements the judgements
   * @return the evaluation
   * @throws IllegalArgumentException if none of the queries has a relevant article
   */
  public static Evaluation of(Queries queries, Judgements judgements) {
    return new Evaluation(queries, judgements);
  }

  /**
   * Asks an index every query and scores the answers. Each query is read as a person's typing is.
   *
   * @param index the index
   * @param template makes the request of a query, as in {@code query ->
   *     SearchRequest.of(query).match(Match.ANY).limit(100)}; its limit is the depth of the
   *     rankings
   * @return the answers and their scores
   * @throws IOException if the index cannot be read
   */
  public Result run(ArticleIndex index, Function<ParsedQuery, SearchRequest> template)
      throws IOException {
    Map<String, List<RankedArticle>> rankings = new LinkedHashMap<>();
    for (Map.Entry<String, String> query : queries.texts().entrySet()) {
      SearchRequest request = template.apply(Query.parse(query.getValue()));
      rankings.put(
          query.getKey(),
          index.search(request).hits().stream()
              .map(hit -> new RankedArticle(hit.id(), hit.score()))
              .toList());
    }
    return score(new Run(TAG, rankings));
  }

  /**
   * Scores what an engine answered.
   *
   * @param run the answers; those to other queries are passed over
   * @return the answers and their scores
   */
  public Result score(Run run) {
    return new Result(judgements, run);
  }

  /**
   * Answers and their scores.
   *
   * @param judgements the judgements, with a relevant article for one query at least
   * @param run the answers
   */
  public record Result(Judgements judgements, Run run) {
    /** Checks the parts. */
    public Result {
      checkScored(judgements);
      requireNonNull(run, "run");
    }

    /**
     * Returns the mean of a measure over the queries that have a relevant article; one without an
     * answer counts 0.
     *
     * @param measure the measure's name, such as {@code ndcg@10}
     * @return the mean, 0 to 1
     * @throws IllegalArgumentException if there is no such measure
     */
    public double mean(String measure) {
      return mean(Measure.parse(measure));
    }

    /**
     * Returns the mean of a measure over the queries that have a relevant article; one without an
     * answer counts 0.
     *
     * @param measure the measure
     * @return the mean, 0 to 1
     */
    public double mean(Measure measure) {
      return scores(measure).values().stream().mapToDouble(s -> s).average().orElseThrow();
    }

    /**
     * Returns the score of each query that has a relevant article.
     *
     * @param measure the measure
     * @return the scores by the query's id, in the order of the judgements
     */
    public Map<String, Double> scores(Measure measure) {
      Map<String, Double> scores = new LinkedHashMap<>();
      for (String query : judgements.queries()) {
        scores.put(query, measure.of(query, judgements, run.ranking(query)));
      }
      return scores;
    }

    /**
     * Returns the queries that were scored and had no answer at all.
     *
     * @return their ids
     */
    public List<String> unanswered() {
      return judgements.queries().stream().filter(q -> run.ranking(q).isEmpty()).toList();
    }
  }
}
