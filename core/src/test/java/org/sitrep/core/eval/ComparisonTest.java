package org.sitrep.core.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The paired randomisation test where its answer is known. */
class ComparisonTest {
  private static final Measure MRR = Measure.parse("mrr");

  /** A result whose reciprocal ranks are one over the numbers; 0 finds nothing. */
  private static Evaluation.Result result(int... ranks) {
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    Map<String, List<RankedArticle>> rankings = new LinkedHashMap<>();
    for (int i = 0; i < ranks.length; i++) {
      grades.put("q" + i, Map.of("right", 1));
      List<RankedArticle> ranking = new java.util.ArrayList<>();
      for (int rank = 1; rank <= ranks[i]; rank++) {
        ranking.add(new RankedArticle(rank == ranks[i] ? "right" : "wrong" + rank, -rank));
      }
      rankings.put("q" + i, ranking);
    }
    return new Evaluation.Result(new Judgements(grades), new Run("run", rankings));
  }

  @Test
  void few_queries_are_counted_exactly() {
    // Five gains of one half: of 32 swappings only the two without a change of sign are as large.
    Comparison compared = Comparison.of(MRR, result(1, 1, 1, 1, 1, 3), result(2, 2, 2, 2, 2, 3));
    assertThat(compared.p()).isEqualTo(2.0 / 32);
    assertThat(compared.method()).isEqualTo(Comparison.Method.EXACT);
    assertThat(compared.gain()).isCloseTo(2.5 / 6, within(1e-12));
    assertThat(compared.queries()).isEqualTo(6);
    assertThat(compared.better()).isEqualTo(5);
    assertThat(compared.worse()).isZero();
  }

  @Test
  void gains_of_unequal_size_are_worked_by_hand() {
    // Gains 1/2, 1/2 and -1/4: the sums of the swappings are ±3/4 (twice), ±5/4 and ±1/4 (twice)…
    // of the eight |sums| 3/4, 5/4, 1/4, 1/4, 1/4, 1/4, 5/4, 3/4 four are 3/4 or more.
    assertThat(Comparison.of(MRR, result(1, 1, 4), result(2, 2, 2)).p()).isEqualTo(0.5);
  }

  @Test
  void a_run_is_no_better_than_itself() {
    Comparison same = Comparison.of(MRR, result(1, 2, 0), result(1, 2, 0));
    assertThat(same.p()).isEqualTo(1);
    assertThat(same.gain()).isZero();
  }

  @Test
  void a_draw_comes_near_the_exact_value_and_is_repeated_by_its_seed() {
    int[] before = IntStream.range(0, 16).map(i -> 2 + i % 5).toArray();
    int[] after = IntStream.range(0, 16).map(i -> before[i] + (i % 3 == 0 ? 1 : -1)).toArray();
    Comparison exact = Comparison.of(MRR, result(after), result(before));
    Comparison drawn = Comparison.of(MRR, result(after), result(before), 20_000, 7);
    assertThat(exact.method()).isEqualTo(Comparison.Method.EXACT);
    assertThat(drawn.method()).isEqualTo(Comparison.Method.SAMPLED);
    assertThat(drawn.p()).isCloseTo(exact.p(), within(0.015));
    assertThat(drawn).isEqualTo(Comparison.of(MRR, result(after), result(before), 20_000, 7));
  }

  @Test
  void the_test_has_two_sides() {
    Evaluation.Result good = result(1, 1, 1, 2, 1, 3);
    Evaluation.Result bad = result(2, 4, 2, 1, 2, 0);
    assertThat(Comparison.of(MRR, good, bad).p()).isEqualTo(Comparison.of(MRR, bad, good).p());
  }

  @Test
  void a_drawn_value_is_never_zero() {
    int[] first = new int[40];
    int[] second = new int[40];
    java.util.Arrays.fill(first, 1);
    java.util.Arrays.fill(second, 2);
    assertThat(Comparison.of(MRR, result(first), result(second), 1_000, 1).p())
        .isEqualTo(1 / 1001.0);
  }

  @Test
  void runs_of_other_judgements_and_wrong_numbers_are_refused() {
    assertThatThrownBy(() -> Comparison.of(MRR, result(1), result(1, 2)))
        .hasMessageStartingWith("the runs were scored by different judgements");
    assertThatThrownBy(() -> Comparison.of(MRR, result(1), result(2), 0, 1))
        .hasMessage("permutations is not in 1..10000000: 0");
  }
}
