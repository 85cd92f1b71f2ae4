package org.sitrep.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries with clauses left out or replaced. */
class QueryTreeTest {
  private static Query parse(String text) {
    return Query.parse(text).query();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "drone               | drone -> *",
        "a b c               | a -> b c; b -> a c; c -> a b",
        "a -b                | a -> -b; -b -> a",
        "a (b OR c)          | a -> b OR c; b OR c -> a",
        "a (b c)             | a -> b c; b -> a c; c -> a b",
        "(a AND b) OR c      | a -> b OR c; b -> a OR c",
        "a OR b              | ",
        "*                   | ",
        "a country:PL date:2025 | a -> country:PL date:2025; country:PL -> a date:2025; date:2025"
            + " -> a country:PL"
      })
  void leaves_out_each_clause_that_narrows(String query, String expected) {
    List<String> relaxed =
        parse(query).relaxed(10).stream()
            .map(r -> r.dropped().print() + " -> " + r.rest().print())
            .toList();

    assertThat(String.join("; ", relaxed)).isEqualTo(expected == null ? "" : expected);
  }

  @Test
  void gives_no_more_than_asked_for() {
    assertThat(parse("a b c (d e)").relaxed(2)).hasSize(2);
    assertThat(parse("a").relaxed(0)).isEmpty();
  }

  @Test
  void names_the_clauses_that_have_to_match() {
    assertThat(parse("a (b OR \"c d\") -e tag:x a").leaves())
        .extracting(Query::print)
        .containsExactly("a", "b", "\"c d\"", "tag:x");
  }

  @Test
  void replaces_a_clause_wherever_it_stands() {
    Query query = parse("kubilus (kubilus OR x) -kubilus");

    assertThat(
            query
                .replaced(
                    new Query.Term(Field.TEXT, "kubilus"), new Query.Term(Field.TEXT, "kubilius"))
                .print())
        .isEqualTo("kubilius (kubilius OR x) -kubilius");
  }

  @Test
  void changed_queries_print_as_text_that_reads_the_same() {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    RandomQueries queries = new RandomQueries(seed);
    for (int i = 0; i < 2_000; i++) {
      Query query = queries.query(3);
      for (Relaxed relaxed : query.relaxed(5)) {
        assertThat(Query.parse(relaxed.rest().print()).query())
            .as("seed %s: %s", seed, query)
            .isEqualTo(relaxed.rest());
      }
    }
  }
}
