package org.sitrep.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/**
 * What holds for every query; {@code -Dsitrep.seed} gives a run back, {@code -Dsitrep.rounds}
 * lengthens it.
 */
class QueryRandomTest {
  private static final long SEED = Long.getLong("sitrep.seed", System.nanoTime());
  private static final int ROUNDS =
      Integer.getInteger("sitrep.rounds", Boolean.getBoolean("sitrep.long") ? 10_000 : 5_000);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-05-14T10:00:00Z"), ZoneOffset.UTC);

  private final RandomQueries random = new RandomQueries(SEED);

  @Test
  void every_query_prints_a_text_that_reads_as_the_same_query() {
    for (int i = 0; i < ROUNDS; i++) {
      Query query = random.query(4);
      assertReadsBack(query, query.print(), "seed %d, round %d".formatted(SEED, i));
    }
  }

  @Test
  void every_text_reads_as_some_query_whose_canonical_text_needs_no_repair() {
    for (int i = 0; i < ROUNDS; i++) {
      String text = i % 3 == 0 ? random.mutated(random.query(3).print()) : random.text();
      String round = "seed %d, round %d, text '%s'".formatted(SEED, i, text);
      ParsedQuery parsed = parse(text, round);
      assertReadsBack(parsed.query(), parsed.canonical(), round);
      assertThat(parsed.repairs())
          .as(round)
          .allSatisfy(
              repair ->
                  assertThat(repair.offset() + repair.length()).isLessThanOrEqualTo(text.length()));
      assertStrictAgrees(text, parsed, round);
    }
  }

  @Test
  void a_text_about_as_large_as_a_query_can_be_reads_as_one() {
    for (int i = 0; i < ROUNDS / 20; i++) {
      String text = random.crowdedText();
      String round = "seed %d, round %d, text ending '%s'".formatted(SEED, i, tail(text));
      ParsedQuery parsed = parse(text, round);
      ParsedQuery again = parse(parsed.canonical(), round);
      assertThat(again.query().equals(parsed.query())).as(round).isTrue();
      assertThat(again.repairs()).as(round).isEmpty();
    }
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 400));
  }

  private static ParsedQuery parse(String text, String round) {
    try {
      return Query.parse(text, CLOCK);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(round, e);
    }
  }

  private static void assertReadsBack(Query query, String text, String round) {
    ParsedQuery again = parse(text, round);
    assertThat(again.query()).as("%s, printed '%s'", round, text).isEqualTo(query);
    assertThat(again.repairs()).as("%s, printed '%s'", round, text).isEmpty();
    assertThat(again.canonical()).as(round).isEqualTo(text);
    assertThat(again.query()).hasSameHashCodeAs(query);
  }

  private static void assertStrictAgrees(String text, ParsedQuery parsed, String round) {
    if (parsed.repairs().isEmpty()) {
      assertThat(strict(text)).as(round).isEqualTo(parsed.query());
    } else {
      assertThatThrownBy(() -> Query.parseStrict(text, CLOCK))
          .as(round)
          .isInstanceOfSatisfying(
              QuerySyntaxException.class,
              e -> assertThat(e.offset()).isEqualTo(parsed.repairs().getFirst().offset()));
    }
  }

  private static Query strict(String text) {
    try {
      return Query.parseStrict(text, CLOCK);
    } catch (QuerySyntaxException e) {
      throw new AssertionError(text, e);
    }
  }
}
