package org.sitrep.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what is typed is read by a table of options. */
class OptionsTest {
  private enum Sort {
    NEWEST,
    OLDEST
  }

  /** What was read, as text. */
  private final List<String> read = new ArrayList<>();

  private final Options options = table();

  private Options table() {
    Options table = new Options("find", List.of("Finds."), List.of("find a", "find b"));
    table.argument("ID", List.of(), OptionsTest::text, value -> read.add("id " + value), "which");
    table.arguments("QUERY", 0, OptionsTest::text, values -> read.add("query " + values), "what");
    table.one("--limit", "N", OptionsTest::number, value -> read.add("limit " + value), "most");
    table.many("--lang, --language", "TAG", OptionsTest::text, v -> read.add("lang " + v), "in");
    table.listed("--facets", "D", OptionsTest::text, v -> read.add("facets " + v), "by");
    table.attached("--as", "HOW", "first", OptionsTest::text, v -> read.add("as " + v), "as");
    table.choice("--sort", "ORDER", List.of(Sort.values()), v -> read.add("sort " + v), "order");
    table.flag("-s, --strict", () -> read.add("strict"), "to the letter");
    table.flag("-q", () -> read.add("quiet"), "no word");
    table.one("-n", "N", OptionsTest::number, value -> read.add("n " + value), "number");
    table.help("this");
    return table;
  }

  private static String text(String value) {
    if (value.isEmpty()) {
      throw new WrongValueException("is empty: ''");
    }
    return value;
  }

  private static int number(String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new WrongValueException("is not a whole number: '%s'".formatted(value));
    }
  }

  private boolean read(String line) {
    return options.read(line.isEmpty() ? List.of() : Arrays.asList(line.split(" ", -1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a | id a",
        "a --limit 3 | id a, limit 3",
        "--limit=3 a | limit 3, id a",
        "--limit -3 a | limit -3, id a",
        "a b c | id a, query [b], query [b; c]",
        "a - -3 | id a, query [-], query [-; -3]",
        "a -- --strict -x | id a, query [--strict], query [--strict; -x]",
        "a --lang de --language=fr | id a, lang [de], lang [de; fr]",
        "a --lang -x | id a, lang [-x]",
        "a --lang=--strict | id a, lang [--strict]",
        "a --facets=x,y --facets z | id a, facets [x], facets [x; y], facets [x; y; z]",
        "a --as b | id a, as [first], query [b]",
        "a --as=last --as | id a, as [last], as [last; first]",
        "a --strict --sort oldest | id a, strict, sort OLDEST",
        "a --limit 1 --limit=2 | id a, limit 1, limit 2",
        "a -qs --strict | id a, quiet, strict, strict"
      })
  void reads_options_and_arguments_in_any_order(String typed, String expected) {
    assertThat(read(typed)).isTrue();
    assertThat(String.join("|", read).replace(", ", "; ").replace("|", ", ")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | missing required parameter: 'ID' |",
        "--strict | missing required parameter: 'ID' |",
        "a --limit | missing required parameter for option '--limit' (N) |",
        "a --limit --strict | expected parameter for option '--limit' but found '--strict' |"
            + " a value that reads like an option stands behind an equals sign",
        "a --limit -- 3 | expected parameter for option '--limit' but found '--' |"
            + " a value that reads like an option stands behind an equals sign",
        "a --limit=x | --limit is not a whole number: 'x' |",
        "a --limit= | --limit is not a whole number: '' |",
        "a --strict=yes | --strict takes no value: 'yes' |",
        "a --lang= | --language is empty: '' |",
        "a --facets x,,y | --facets is empty: '' |",
        "a --as= | --as is empty: '' |",
        "a --sort=best | --sort is none of newest, oldest: 'best' |",
        "a --limt 3 | unknown option: '--limt' | did you mean: --limit",
        "a --strict --limits=3 | unknown option: '--limits=3' | did you mean: --limit",
        "a -limit | unknown option: '-limit' | did you mean: --limit",
        "a -x | unknown option: '-x' | words that begin with '-' stand after '--'",
        "a --x1 --y2 | unknown options: '--x1', '--y2' |",
        "--x1 | unknown option: '--x1' |",
        "a -sx | unknown option: '-sx' | words that begin with '-' stand after '--'",
        "a -sn | unknown option: '-sn' | words that begin with '-' stand after '--'",
        "a -s=yes | --strict takes no value: 'yes' |"
      })
  void says_what_is_wrong_and_what_may_have_been_meant(
      String typed, String message, @Nullable String advice) {
    Optional<String> expected = Optional.ofNullable(advice);
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> read(typed))
        .withMessage(message)
        .satisfies(e -> assertThat(e.advice().stream().findFirst()).isEqualTo(expected));
  }

  @Test
  void says_which_arguments_belong_nowhere() {
    Options none = new Options("stats", List.of("Shows."), List.of());
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> none.read(List.of("x")))
        .withMessage("unexpected argument: 'x'");
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> none.read(List.of("x", "y")))
        .withMessage("unexpected arguments: 'x', 'y'");
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> none.read(List.of("--lmit", "3", "-x")))
        .withMessage("unknown options: '--lmit', '-x'")
        .satisfies(e -> assertThat(e.advice()).isEmpty());
    none.one("--of", "FILE", OptionsTest::text, value -> {}, "of").required();
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> none.read(List.of()))
        .withMessage("missing required option: '--of=FILE'");
  }

  @Test
  void asks_for_nothing_else_where_help_is_asked_for() {
    assertThat(read("--help")).isFalse();
    assertThat(table().read(List.of("-h", "--unknown"))).isFalse();
    assertThat(table().read(List.of("a", "--", "--help"))).isTrue();
  }

  @Test
  void remembers_what_was_typed() {
    assertThat(options.typed("--limit")).isEmpty();
    assertThat(options.typed("--unknown")).isEmpty();
    read("a --limit=07");
    assertThat(options.typed("--limit")).contains("07");
  }

  @Test
  void help_is_wrapped_between_words() {
    List<String> help = new HelpText("sitrep", 60, name -> name).of(options, Map.of("0", "found"));
    assertThat(help)
        .startsWith("Usage: sitrep find [OPTIONS] ID [QUERY...]", "", "Finds.", "")
        .contains("      --lang, --language=TAG", "      --as[=HOW]          as")
        .contains("  -q                      no word")
        .contains("  -h, --help              this", "Exit codes:", "  0  found")
        .endsWith("Examples:", "  find a", "  find b")
        .allMatch(line -> line.length() <= 60);
  }
}
