package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.core.eval.Evaluation;
import org.sitrep.core.eval.Judgements;
import org.sitrep.core.eval.Measure;
import org.sitrep.core.eval.Queries;
import org.sitrep.core.eval.RankedArticle;
import org.sitrep.core.index.ArticleIndex;
import org.sitrep.core.search.Match;
import org.sitrep.core.search.SearchRequest;

/**
 * How the judged queries of {@code corpus/queries.tsv} are answered on the sample articles.
 *
 * <p>The judgements say which articles ought to win, whatever the engine does: they change only
 * when a person has read an article again. What the engine makes of them is in two golden files.
 * {@code ranking.txt} shows the first answers to each query, to be read as a diff. {@code
 * ranking-means.txt} is a floor: {@code -Dgolden.update=true} raises it and never lowers it, so
 * that a loss has to be written down by hand.
 */
class GoldenRankingTest {
  private static final Path ROOT = Path.of(System.getProperty("sitrep.root"));
  private static final Path MEANS =
      Path.of("src", "test", "resources", "golden", "ranking-means.txt");
  private static final Measure NDCG = Measure.parse("ndcg@10");
  private static final Measure MRR = Measure.parse("mrr");
  private static final int SHOWN = 5;
  private static final int MIN_QUERIES = 30;

  /** Half of the last figure that the files show. */
  private static final double ROUNDING = 0.00005;

  @TempDir static Path folder;

  private static Queries queries = new Queries(Map.of());
  private static Judgements judgements = new Judgements(Map.of());

  @BeforeAll
  static void indexTheSample() throws Exception {
    Ran ran = Ran.on(folder).run("index", ROOT.resolve("corpus/articles").toString());
    assertThat(ran.exit()).as(ran.err()).isZero();
    queries = Queries.read(ROOT.resolve("corpus/queries.tsv"));
    judgements = Judgements.read(ROOT.resolve("corpus/judgements.txt"));
  }

  private static Evaluation.Result evaluated() throws IOException {
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      return Evaluation.of(queries, judgements)
          .run(index, query -> SearchRequest.of(query).match(Match.ANY).limit(100).snippets(0));
    }
  }

  @Test
  void every_query_is_judged_and_every_article_judged_is_in_the_sample() throws IOException {
    assertThat(judgements.queries())
        .hasSizeGreaterThanOrEqualTo(MIN_QUERIES)
        .containsExactlyElementsOf(queries.texts().keySet());
    try (ArticleIndex index = ArticleIndex.openReadOnly(folder)) {
      for (Map<String, Integer> articles : judgements.grades().values()) {
        for (String article : articles.keySet()) {
          assertThat(index.find(article)).as(article).isPresent();
        }
      }
    }
  }

  @Test
  void the_first_answers_are_those_of_the_golden_file() throws IOException {
    Evaluation.Result result = evaluated();
    Map<String, Double> gains = result.scores(NDCG);
    Map<String, Double> ranks = result.scores(MRR);
    StringBuilder shown = new StringBuilder();
    queries
        .texts()
        .forEach(
            (id, text) -> {
              shown.append("%s: %s\n".formatted(id, text));
              shown.append(
                  "  ndcg@10 %s  mrr %s\n"
                      .formatted(
                          number(gains.getOrDefault(id, 0.0)),
                          number(ranks.getOrDefault(id, 0.0))));
              shown.append(answers(id, result.run().ranking(id))).append('\n');
            });
    Golden.assertSame("ranking.txt", shown.toString());
  }

  /** The first answers with their grades, and the relevant ones that follow later or never. */
  private static String answers(String query, List<RankedArticle> ranking) {
    StringBuilder lines = new StringBuilder();
    List<String> ids = ranking.stream().map(RankedArticle::id).toList();
    for (String id : ids.subList(0, Math.min(SHOWN, ids.size()))) {
      int grade = judgements.grade(query, id);
      String mark = grade == 0 ? "-" : "" + grade;
      lines.append("  %3d. %s  %s\n".formatted(ids.indexOf(id) + 1, mark, id));
    }
    for (String id : judgements.grades().getOrDefault(query, Map.of()).keySet()) {
      int at = ids.indexOf(id) + 1;
      int grade = judgements.grade(query, id);
      if (grade > 0 && (at == 0 || at > SHOWN)) {
        String rank = at == 0 ? "  no " : "%4d.".formatted(at);
        lines.append(" %s %d  %s\n".formatted(rank, grade, id));
      }
    }
    return lines.toString();
  }

  @Test
  void the_means_are_not_below_the_golden_ones() throws IOException {
    Evaluation.Result result = evaluated();
    StringBuilder raised = new StringBuilder();
    for (String line : Files.readAllLines(MEANS)) {
      String measure = line.substring(0, line.indexOf(' '));
      double floor = Double.parseDouble(line.substring(line.indexOf(' ') + 1).strip());
      double mean = result.mean(measure);
      assertThat(mean).as(measure).isGreaterThanOrEqualTo(floor - ROUNDING);
      raised.append(measure).append(' ').append(number(Math.max(floor, mean))).append('\n');
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(MEANS, raised);
    }
  }

  private static String number(double score) {
    return String.format(Locale.ROOT, "%.4f", score);
  }
}
