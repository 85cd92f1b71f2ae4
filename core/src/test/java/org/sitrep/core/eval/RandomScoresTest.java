package org.sitrep.core.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every ranking; {@code -Dsitrep.seed} gives a run back. */
class RandomScoresTest {
  private static final long SEED = Long.getLong("sitrep.seed", System.nanoTime());
  private static final int ROUNDS = 500;
  private static final String QUERY = "q";
  private static final List<Measure> MEASURES =
      List.of(
          Measure.parse("ndcg@10"),
          Measure.parse("ndcg"),
          Measure.parse("map"),
          Measure.parse("mrr"),
          Measure.parse("recall@10"),
          Measure.parse("p@10"));

  private final Random random = new Random(SEED);

  /** Judges up to 30 articles, one of them relevant at least. */
  private Map<String, Integer> grades() {
    Map<String, Integer> grades = new LinkedHashMap<>();
    int articles = 1 + random.nextInt(30);
    for (int i = 0; i < articles; i++) {
      grades.put("a" + i, random.nextInt(5) - 1);
    }
    grades.put("a" + random.nextInt(articles), 1 + random.nextInt(3));
    return grades;
  }

  private static Judgements judgements(Map<String, Integer> grades) {
    return new Judgements(Map.of(QUERY, grades));
  }

  private static List<RankedArticle> ranking(List<String> ids) {
    return ids.stream().map(id -> new RankedArticle(id, -ids.indexOf(id))).toList();
  }

  private List<String> shuffled(Map<String, Integer> grades) {
    List<String> ids = new ArrayList<>(grades.keySet());
    Collections.shuffle(ids, random);
    return ids;
  }

  private static List<String> best(Map<String, Integer> grades) {
    return grades.keySet().stream()
        .sorted(
            Comparator.comparingInt((String id) -> Math.max(0, grades.getOrDefault(id, 0)))
                .reversed())
        .toList();
  }

  @Test
  void the_best_ranking_scores_one_and_no_ranking_more_or_less_than_its_reverse_can() {
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Integer> grades = grades();
      Judgements judgements = judgements(grades);
      List<String> best = best(grades);
      for (Measure measure : MEASURES) {
        String as = "%s, seed %d, round %d".formatted(measure.name(), SEED, round);
        double top = measure.of(QUERY, judgements, ranking(best));
        double any = measure.of(QUERY, judgements, ranking(shuffled(grades)));
        double bottom = measure.of(QUERY, judgements, ranking(best.reversed()));
        assertThat(any).as(as).isBetween(bottom - 1e-12, top + 1e-12);
        assertThat(bottom).as(as).isBetween(0.0, 1.0);
        if (measure.kind() != Measure.Kind.RECALL && measure.kind() != Measure.Kind.PRECISION) {
          assertThat(top).as(as).isCloseTo(1, within(1e-12));
        }
      }
    }
  }

  @Test
  void a_relevant_article_that_moves_up_never_lowers_a_score() {
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Integer> grades = grades();
      List<String> ids = shuffled(grades);
      if (ids.size() < 2) {
        continue;
      }
      int lower = 1 + random.nextInt(ids.size() - 1);
      List<String> swapped = new ArrayList<>(ids);
      Collections.swap(swapped, lower, lower - 1);
      boolean better =
          grades.getOrDefault(ids.get(lower), 0) >= grades.getOrDefault(ids.get(lower - 1), 0);
      for (Measure measure : MEASURES) {
        double before = measure.of(QUERY, judgements(grades), ranking(ids));
        double after = measure.of(QUERY, judgements(grades), ranking(swapped));
        assertThat(better ? after - before : before - after)
            .as("%s, seed %d, round %d", measure.name(), SEED, round)
            .isGreaterThanOrEqualTo(-1e-12);
      }
    }
  }

  @Test
  void names_and_scores_and_what_follows_below_the_depth_make_no_difference() {
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, Integer> grades = grades();
      List<String> ids = shuffled(grades);
      Map<String, Integer> renamed = new LinkedHashMap<>();
      grades.forEach((id, grade) -> renamed.put("z" + id.hashCode(), grade));
      List<RankedArticle> scored =
          ids.stream().map(id -> new RankedArticle("z" + id.hashCode(), 7)).toList();
      List<String> longer = new ArrayList<>(ids);
      for (int i = 0; i < 20; i++) {
        longer.add("stranger" + i);
      }
      for (Measure measure : MEASURES) {
        double score = measure.of(QUERY, judgements(grades), ranking(ids));
        String as = "%s, seed %d, round %d".formatted(measure.name(), SEED, round);
        assertThat(measure.of(QUERY, judgements(renamed), scored)).as(as).isEqualTo(score);
        assertThat(measure.of(QUERY, judgements(grades), ranking(longer))).as(as).isEqualTo(score);
      }
    }
  }

  @Test
  void a_run_reads_back_in_the_same_order() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Map<String, List<RankedArticle>> rankings = new LinkedHashMap<>();
      for (int query = 0; query < random.nextInt(5); query++) {
        rankings.put("q" + query, randomRanking());
      }
      Run run = new Run("tag", rankings);
      StringBuilder text = new StringBuilder();
      run.write(text);
      Run read = Run.read("run", EvaluationFilesTest.bytes(text.toString()));
      assertThat(ids(read)).as("seed %d, round %d", SEED, round).isEqualTo(ids(run));
      for (List<RankedArticle> ranking : read.rankings().values()) {
        for (int i = 1; i < ranking.size(); i++) {
          assertThat(ranking.get(i).score()).isLessThan(ranking.get(i - 1).score());
        }
      }
    }
  }

  private List<RankedArticle> randomRanking() {
    List<RankedArticle> ranking = new ArrayList<>();
    int length = random.nextInt(20);
    for (int i = 0; i < length; i++) {
      String id = random.nextBoolean() ? "a/" + i : "path with blanks/ü" + i;
      ranking.add(new RankedArticle(id, random.nextInt(3) * random.nextFloat()));
    }
    return ranking;
  }

  private static Map<String, List<String>> ids(Run run) {
    Map<String, List<String>> ids = new LinkedHashMap<>();
    run.rankings()
        .forEach(
            (query, ranking) -> ids.put(query, ranking.stream().map(RankedArticle::id).toList()));
    return ids;
  }
}
