package org.sitrep.core.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The measures on rankings whose scores are known from books, and on the edges. */
class MeasureTest {
  private static final String QUERY = "q";

  /** Judges the articles a0, a1, … with the grades, and more articles that are never found. */
  private static Judgements judged(List<Integer> grades, Integer... unfound) {
    Map<String, Integer> judged = new LinkedHashMap<>();
    for (int i = 0; i < grades.size(); i++) {
      judged.put("a" + i, grades.get(i));
    }
    for (int i = 0; i < unfound.length; i++) {
      judged.put("unfound" + i, unfound[i]);
    }
    return new Judgements(Map.of(QUERY, judged));
  }

  private static List<RankedArticle> ranking(int length) {
    return IntStream.range(0, length).mapToObj(i -> new RankedArticle("a" + i, -i)).toList();
  }

  private static double score(String measure, List<Integer> grades, Integer... unfound) {
    return Measure.parse(measure).of(QUERY, judged(grades, unfound), ranking(grades.size()));
  }

  /** Grades with a 1 at each of the ranks, which count from 1. */
  private static List<Integer> relevantAt(Integer... ranks) {
    List<Integer> at = List.of(ranks);
    return IntStream.rangeClosed(1, 10).mapToObj(rank -> at.contains(rank) ? 1 : 0).toList();
  }

  @Test
  void average_precision_is_that_of_the_rankings_in_croft_metzler_and_strohman() {
    // Search Engines: Information Retrieval in Practice, chapter 8, figures 8.2 and 8.3.
    assertThat(score("map", relevantAt(1, 3, 4, 5, 6, 10))).isCloseTo(0.78, within(0.0051));
    assertThat(score("map", relevantAt(2, 5, 6, 7, 9, 10))).isCloseTo(0.52, within(0.0051));
    assertThat(score("map", relevantAt(1, 3, 6, 9, 10))).isCloseTo(0.62, within(0.0051));
    assertThat(score("map", relevantAt(2, 5, 7))).isCloseTo(0.44, within(0.0051));
  }

  @Test
  void discounted_gain_is_that_of_the_example_in_the_encyclopedia() {
    // 6.861 for the grades 3, 2, 3, 0, 1, 2; with a 3 and a 2 not found, the ideal is 8.740.
    assertThat(score("ndcg@6", List.of(3, 2, 3, 0, 1, 2), 3, 2))
        .isCloseTo(6.861 / 8.740, within(0.0005));
  }

  @Test
  void gain_is_worked_by_hand() {
    // 1/log2(2) + 2/log2(4) = 2 over the ideal 2/log2(2) + 1/log2(3) = 2.63093
    assertThat(score("ndcg@10", List.of(1, 0, 2))).isCloseTo(2 / 2.6309297536, within(1e-9));
    // At depth 2 the 2 is not reached, and the ideal is the same.
    assertThat(score("ndcg@2", List.of(1, 0, 2))).isCloseTo(1 / 2.6309297536, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"recall@3,0.4", "recall@10,0.8", "recall,0.8", "p@3,0.666667", "p@20,0.2", "mrr,0.5"})
  void counts_relevant_articles(String measure, double expected) {
    // Relevant at 2, 3, 6 and 10, and one that is not found.
    assertThat(score(measure, relevantAt(2, 3, 6, 10), 1)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void a_depth_cuts_the_ranking() {
    assertThat(score("mrr@2", relevantAt(3))).isZero();
    assertThat(score("map@3", relevantAt(1, 4))).isEqualTo(0.5);
  }

  @Test
  void a_negative_grade_is_no_gain() {
    assertThat(score("ndcg@10", List.of(-2, 1))).isCloseTo(1 / 1.5849625007, within(1e-9));
    assertThat(score("p@2", List.of(-2, 1))).isEqualTo(0.5);
  }

  @Test
  void an_article_that_nobody_judged_is_not_relevant() {
    List<RankedArticle> ranking = new ArrayList<>(ranking(1));
    ranking.addFirst(new RankedArticle("stranger", 9));
    assertThat(Measure.parse("mrr").of(QUERY, judged(List.of(1)), ranking)).isEqualTo(0.5);
  }

  @Test
  void no_answer_and_no_relevant_article_are_zero() {
    for (Measure measure : Measure.usual()) {
      assertThat(measure.of(QUERY, judged(List.of(1)), List.of())).isZero();
      assertThat(measure.of(QUERY, judged(List.of(0, 0)), ranking(2))).isZero();
      assertThat(measure.of("other", judged(List.of(1)), ranking(1))).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndcg", "ndcg@10", "map", "map@100", "recall@1000", "p@5", "mrr"})
  void a_name_reads_back(String name) {
    assertThat(Measure.parse(name).name()).isEqualTo(name);
    assertThat(Measure.parse(" " + name.toUpperCase(java.util.Locale.ROOT)).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ndcg@", "ndcg@0", "ndcg@-1", "ndcg10", "bpref", "p", "map@99999999"})
  void what_is_no_measure_is_refused(String name) {
    assertThatThrownBy(() -> Measure.parse(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
