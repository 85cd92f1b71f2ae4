package org.sitrep.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sitrep.core.article.Facet;

/** What an application can build. */
class QueryTest {

  @ParameterizedTest
  @CsvSource({
    "ukraine, UA",
    "ua, UA",
    "Ukrainian, UA",
    "South Korea, KR",
    "ZZ, ZZ",
  })
  void a_country_is_kept_by_its_code(String value, String code) {
    assertThat(new Query.Value(Facet.COUNTRY, value).value()).isEqualTo(code);
    assertThat(new Query.Value(Facet.ABOUT, value).value()).isEqualTo(code);
  }

  @Test
  void a_value_is_kept_by_its_key() {
    assertThat(new Query.Value(Facet.TAG, " Défense  Nationale "))
        .isEqualTo(new Query.Value(Facet.TAG, "defense nationale"));
  }

  @ParameterizedTest
  @CsvSource({
    "a**b, a*b",
    "a\\b*c, ab*c",
    "a\\*b*c, a\\*b*c",
    "a\\\\?, a\\\\?",
    "a?\\, a?",
  })
  void a_pattern_is_kept_without_what_has_no_effect(String pattern, String kept) {
    assertThat(new Query.Wildcard(Field.TEXT, pattern).pattern()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "drone, pattern has no wildcard: drone",
    "drone*, pattern is a prefix: drone*",
    "drone**, pattern is a prefix: drone**",
    "a?b?c?d?e?f?g?h?i?, pattern has more than 8 wildcards or 100 characters: 'a?b?c?d?e?f?g?h?i?'",
  })
  void refuses_a_pattern_that_the_language_writes_otherwise(String pattern, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Wildcard(Field.TEXT, pattern))
        .withMessage(message);
  }

  @ParameterizedTest
  @EnumSource(names = {"COUNTRY", "ABOUT", "TAG", "TOPIC", "LANGUAGE", "DATE"})
  void refuses_words_where_articles_are_looked_up_by_value(Field field) {
    String message = "field does not take such a clause: " + field.id();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Term(field, "drone"))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Phrase(field, "drone", 0))
        .withMessage(message);
  }

  @ParameterizedTest
  @EnumSource(names = {"ID", "COUNTRY", "ABOUT", "DATE"})
  void refuses_patterns_where_they_mean_nothing(Field field) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Query.Prefix(field, "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Query.Wildcard(field, "a?b"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Query.Fuzzy(field, "a", 1));
  }

  @Test
  void refuses_values_that_are_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Value(Facet.COUNTRY, "Atlantis"))
        .withMessage("country is not one: Atlantis");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Value(Facet.DATE, "2025"))
        .withMessage("date is a range, not a value: 2025");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Wildcard(Field.TAG, "*"))
        .withMessage("any value is not a pattern: *");
  }

  @Test
  void refuses_what_is_out_of_range() {
    LocalDate day = LocalDate.of(2025, 3, 7);
    Query word = new Query.Term(Field.TEXT, "drone");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Range(Optional.of(LocalDate.of(0, 1, 1)), Optional.empty()))
        .withMessage("from is not in the years 1..9999: 0000-01-01");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Range(Optional.of(day), Optional.of(day.minusDays(1))))
        .withMessage("range ends before it starts: 2025-03-07..2025-03-06");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Range(Optional.empty(), Optional.empty()))
        .withMessage("range has no bound");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Or(List.of(word)))
        .withMessage("clauses are fewer than 2: 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Fuzzy(Field.TEXT, "drone", 3))
        .withMessage("edits is not in 1..2: 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Phrase(Field.TEXT, "task force", 101))
        .withMessage("slop is not in 0..100: 101");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Term(Field.TEXT, " \t"))
        .withMessage("word is blank");
  }

  @Test
  @SuppressWarnings({"NullAway", "DataFlowIssue"})
  void names_what_is_null() {
    assertThatNullPointerException().isThrownBy(() -> Query.parse(null)).withMessage("text");
    assertThatNullPointerException().isThrownBy(() -> Query.parse("", null)).withMessage("clock");
    assertThatNullPointerException()
        .isThrownBy(() -> new Query.Term(null, "drone"))
        .withMessage("field");
    assertThatNullPointerException()
        .isThrownBy(() -> new Query.Term(Field.TEXT, null))
        .withMessage("word");
    assertThatNullPointerException()
        .isThrownBy(() -> new Query.Value(Facet.TAG, null))
        .withMessage("value");
    assertThatNullPointerException().isThrownBy(() -> new Query.Not(null)).withMessage("clause");
  }

  @Test
  void a_query_keeps_its_clauses_when_the_list_changes() {
    List<Query> clauses =
        new java.util.ArrayList<>(
            List.of(new Query.Term(Field.TEXT, "a"), new Query.Term(Field.TEXT, "b")));
    Query.Group group = new Query.Group(clauses);

    clauses.clear();

    assertThat(group.print()).isEqualTo("a b");
  }

  @Test
  void brackets_that_only_show_the_reading_are_left_out_where_they_would_be_too_deep() {
    Query query = new Query.Term(Field.TEXT, "a");
    for (int i = 0; i < Query.MAX_DEPTH; i++) {
      Query required = new Query.And(List.of(query, new Query.Term(Field.TEXT, "b")));
      query = new Query.Or(List.of(required, new Query.Term(Field.TEXT, "c")));
    }

    assertThat(Query.parse(query.print()).query()).isEqualTo(query);
    assertThat(Query.parse(query.print()).repairs()).isEmpty();
  }
}
