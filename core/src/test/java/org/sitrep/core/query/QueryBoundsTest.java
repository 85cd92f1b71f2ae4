package org.sitrep.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.article.Facet;

/** What is too much is left out and named; the rest is answered, soon. */
class QueryBoundsTest {
  private static final Query WORD = new Query.Term(Field.TEXT, "drone");
  private static final Duration SOON = Duration.ofSeconds(5);

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void hostile_text_is_read_soon_and_its_canonical_text_reads_back(String name, String text) {
    ParsedQuery parsed =
        Assertions.assertTimeoutPreemptively(
            SOON,
            () -> {
              ParsedQuery read = Query.parse(text);
              ParsedQuery again = Query.parse(read.canonical());
              assertThat(again.query().equals(read.query())).isTrue();
              assertThat(again.query()).hasSameHashCodeAs(read.query());
              assertThat(again.repairs()).isEmpty();
              assertThat(read.query().toString()).isEqualTo(again.query().toString());
              return read;
            });

    assertThat(parsed.repairs()).hasSizeLessThanOrEqualTo(Query.MAX_REPAIRS);
    assertThat(parsed.canonical()).hasSizeLessThanOrEqualTo(Query.MAX_TEXT);
  }

  static Stream<Arguments> hostile_text_is_read_soon_and_its_canonical_text_reads_back() {
    int n = Query.MAX_TEXT / 5;
    return Stream.of(
        arguments("nothing", ""),
        many("opening brackets", n, "("),
        many("closing brackets", n, ")"),
        many("empty brackets", n, "()"),
        many("opening brackets and words", n, "(a "),
        many("negated brackets", n, "-(a "),
        many("fields with brackets", n, "tag:(a "),
        many("unknown fields with brackets", n, "foo:(a "),
        many("quotes", n, "\""),
        many("odd quotes", n + 1, "\""),
        many("opening quotes", n, "“"),
        many("mixed quotes", n, "«„"),
        many("quotes and backslashes", n, "\"\\"),
        many("words", n, "word "),
        many("operators", n, "AND OR NOT "),
        many("minuses", n, "-"),
        many("minuses apart", n, " -x"),
        many("stars", n, "*"),
        many("wildcards", n, "*?a"),
        many("tildes", n, "~"),
        many("colons", n, ":"),
        many("fields", n, "tag:"),
        many("unknown fields", n, "foo:"),
        many("fields apart", n, "tag: "),
        many("countries", n, "country:*a* "),
        many("unknown countries", n / 10, "country:atlantis "),
        many("dates", n, "date:2025.. "),
        many("backslashes", n, "\\"),
        many("parts", n, "a-"),
        many("escaped parts", n, "a\\-"),
        many("parts of an unknown field", n, "foo:a-b:"),
        many("parts of no country", n, "country:a-"),
        many("signs that are words", n, "\u6771"),
        many("nulls", n, "\0"),
        many("halves of pairs", n, "\ud800"),
        many("escaped halves of pairs", n, "\\\ud800"),
        many("marks of direction", n, "\u202e"),
        many("one word", n, "abc"),
        many("one escaped word", n, "\\a"),
        many("a word that grows when folded", n, "ﷺ"),
        arguments("a tag that grows when folded", "tag:" + "ﷺ".repeat(n)),
        arguments("more than is read", "a".repeat(Query.MAX_TEXT - 1) + " b c"));
  }

  private static Arguments many(String name, int times, String text) {
    return arguments(name, text.repeat(times));
  }

  @Test
  void a_query_of_ten_thousand_words_keeps_the_first() {
    ParsedQuery parsed = Query.parse("drone ".repeat(10_000));

    assertThat(parsed.query())
        .isEqualTo(new Query.Group(Collections.nCopies(Query.MAX_CLAUSES, WORD)));
    assertThat(parsed.repairs())
        .containsExactly(
            new Repair(
                6 * Query.MAX_CLAUSES,
                60_000 - 6 * Query.MAX_CLAUSES,
                "query has more than 1024 clauses: the rest is left out"));
  }

  @Test
  void brackets_right_inside_each_other_are_one_pair() {
    int n = 100_000;

    assertThat(Query.parse("(".repeat(n) + "drone uav" + ")".repeat(n)))
        .isEqualTo(Query.parse("drone uav"));
  }

  @Test
  void what_nests_too_deep_is_left_out() {
    String text = nested("uav", Query.MAX_DEPTH + 1);

    ParsedQuery parsed = Query.parse(text);

    int levels = Query.MAX_DEPTH - 1;
    assertThat(parsed.canonical())
        .isEqualTo("-(drone ".repeat(levels) + "-drone" + ")".repeat(levels));
    assertThat(parsed.repairs())
        .containsExactly(
            new Repair(
                text.indexOf("(uav"),
                5,
                "brackets nest deeper than 50: what stands in them is left out"));
    assertThat(Query.parse(nested("uav", Query.MAX_DEPTH)).repairs()).isEmpty();
  }

  /** Brackets that the meaning needs. */
  private static String nested(String inner, int depth) {
    return "-(drone ".repeat(depth - 1) + "-(" + inner + ")" + ")".repeat(depth - 1);
  }

  @Test
  void words_over_the_length_are_left_out() {
    String text = "drone " + "x".repeat(Query.MAX_LENGTH);

    assertThat(Query.parse(text))
        .returns(WORD, ParsedQuery::query)
        .returns(
            List.of(
                new Repair(
                    6,
                    Query.MAX_LENGTH,
                    "words are longer than 100000 in all: the rest is left out")),
            ParsedQuery::repairs);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-",
        "b/",
        "c.",
        "1-",
        "x'",
        "l’",
        "\u00fc_",
        "e\u0301+",
        "\u6771",
        "\u3042",
        "\u30a2a",
        "\u0e01b",
        "\ud83d\ude00",
        "\u0e42\u0e55",
        "\u0431z"
      })
  void a_word_of_too_many_parts_keeps_the_first(String part) {
    int each = part.codePoints().filter(Character::isLetterOrDigit).count() > 1 ? 2 : 1;
    String most = part.repeat(Query.MAX_PARTS / each);
    String text = part.repeat(Query.MAX_LENGTH / part.length());

    assertThat(Query.parse(most).repairs()).isEmpty();
    assertThat(Query.parse(text).query())
        .isInstanceOfSatisfying(
            Query.Term.class,
            term ->
                assertThat(most)
                    .startsWith(term.word())
                    .hasSizeLessThan(term.word().length() + part.length()));
    assertThat(Query.parse(text + " drone").canonical())
        .isEqualTo(Query.parse(text).canonical() + " drone");
    assertThat(Query.parse("uav " + text).repairs())
        .containsExactly(
            new Repair(4, text.length(), "word has more than 128 parts: the rest is left out"));
    String typed = "\"" + text.substring(part.length()) + "\"";
    assertThat(Query.parse(typed).query())
        .isInstanceOfSatisfying(
            Query.Phrase.class, phrase -> assertThat(most).startsWith(phrase.words()));
    assertThat(Query.parse(typed).repairs())
        .containsExactly(
            new Repair(0, typed.length(), "phrase has more than 128 words: the rest is left out"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Term(Field.BODY, text))
        .withMessageStartingWith("word has more parts than 128");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Phrase(Field.TEXT, text, 0))
        .withMessageStartingWith("words has more parts than 128");
  }

  @Test
  void what_is_looked_up_as_a_whole_has_no_parts() {
    String value = "a-".repeat(Query.MAX_PARTS) + "b";

    assertThat(Query.parse("id:" + value).query()).isEqualTo(new Query.Term(Field.ID, value));
    assertThat(Query.parse("tag:" + value).query()).isEqualTo(new Query.Value(Facet.TAG, value));
    assertThat(Query.parse("id:" + value + " tag:" + value).repairs()).isEmpty();
  }

  @Test
  void words_over_their_number_in_all_are_left_out() {
    String phrase = "\"" + "w ".repeat(Query.MAX_PARTS - 1) + "w\" ";
    String most = phrase.repeat(Query.MAX_WORDS / Query.MAX_PARTS - 1) + "x-".repeat(127) + "y";

    assertThat(Query.parse(most).repairs()).isEmpty();
    assertThat(Query.parse(most + " drone uav").query()).isEqualTo(Query.parse(most).query());
    assertThat(Query.parse(most + " drone uav").repairs())
        .containsExactly(
            new Repair(
                most.length() + 1,
                9,
                "query has more than 2048 words in all: the rest is left out"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Or(List.of(Query.parse(most).query(), WORD)))
        .withMessage("query has more words than 2048 in all");
  }

  @Test
  void a_pattern_over_the_bounds_is_cut_so_that_it_matches_more() {
    assertThat(Query.parse("a?b?c?d?e?f?g?h?i?j x").canonical()).isEqualTo("a?b?c?d?e?f?g?h* x");
    assertThat(Query.parse("x".repeat(200) + "*").query())
        .isEqualTo(new Query.Prefix(Field.TEXT, "x".repeat(Query.MAX_PATTERN - 1)));
    assertThat(Query.parse("x".repeat(200) + "~").query())
        .isEqualTo(new Query.Term(Field.TEXT, "x".repeat(200)));
  }

  @Test
  void patterns_over_the_number_are_left_out_one_by_one() {
    String patterns = "a* b?c tag:x* drone~ ".repeat(Query.MAX_PATTERNS / 4);

    ParsedQuery parsed = Query.parse(patterns + "uav z* drone -y~1 (x?z OR title:v*)");

    assertThat(parsed.query()).isEqualTo(Query.parse(patterns + "uav drone").query());
    int z = patterns.length() + 4;
    String left = "query has more than 64 wildcards and fuzzy words: left out";
    assertThat(parsed.repairs())
        .containsSubsequence(
            new Repair(z, 2, left),
            new Repair(z + 10, 3, left),
            new Repair(z + 15, 3, left),
            new Repair(z + 28, 2, left));
    assertThat(Query.parse(patterns).repairs()).isEmpty();
    assertThat(Query.parse("a~ ".repeat(676)).repairs()).hasSize(Query.MAX_REPAIRS);
  }

  @Test
  void repairs_are_counted_where_they_are_too_many_to_list() {
    assertThat(Query.parse("()".repeat(150) + " drone").repairs())
        .hasSize(Query.MAX_REPAIRS)
        .last()
        .isEqualTo(new Repair(196, 0, "more repairs than are listed: 51"));
  }

  @Test
  void an_application_cannot_build_a_query_over_the_bounds() {
    List<Query> most = Collections.nCopies(Query.MAX_CLAUSES, WORD);
    Query deepest =
        IntStream.range(0, Query.MAX_DEPTH + 1)
            .boxed()
            .reduce(WORD, (query, i) -> new Query.Not(query), (a, b) -> a);

    assertThat(Query.parse(new Query.Or(most).print()).query()).isEqualTo(new Query.Or(most));
    assertThat(Query.parse(deepest.print()).query()).isEqualTo(deepest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.And(List.of(new Query.Or(most), WORD)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Query.Not(deepest));
    Query pattern = new Query.Prefix(Field.TEXT, "a");
    List<Query> patterns = Collections.nCopies(Query.MAX_PATTERNS, pattern);
    assertThat(Query.parse(new Query.Or(patterns).print()).repairs()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Or(List.of(new Query.And(patterns), pattern)))
        .withMessage("query has more wildcards and fuzzy words than 64: 65");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Query.Term(Field.TEXT, "x".repeat(Query.MAX_LENGTH + 1)));
  }
}
