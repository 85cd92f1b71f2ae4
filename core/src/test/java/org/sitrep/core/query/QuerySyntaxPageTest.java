package org.sitrep.core.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of docs/query-syntax.md is read as the page says. */
class QuerySyntaxPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("sitrep.root", ".."), "docs", "query-syntax.md");
  private static final Pattern ROW = Pattern.compile("\\| `(.+?)` \\| `(.+?)` \\| (.+) \\|");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-05-14T10:00:00Z"), ZoneOffset.UTC);

  @ParameterizedTest(name = "[{index}] {0}")
  @MethodSource("rows")
  void an_example_is_read_as_the_page_says(String typed, String understood, String said) {
    ParsedQuery parsed = Query.parse(typed, CLOCK);

    assertThat(parsed.canonical()).isEqualTo(understood);
    assertThat(parsed.repairs())
        .extracting(Repair::message)
        .isEqualTo(
            said.startsWith("`") ? List.of(said.substring(1, said.length() - 1)) : List.of());
  }

  static Stream<Arguments> rows() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("| `"))
        .map(
            line -> {
              Matcher row = ROW.matcher(line);
              assertThat(row.matches()).as(line).isTrue();
              // A table of Markdown has its bars escaped.
              String typed = row.group(1).replace("\\|", "|");
              return Arguments.of(typed, row.group(2), row.group(3).replace("\\|", "|"));
            });
  }

  @Test
  void the_bounds_are_those_of_the_page() throws IOException {
    assertThat(Files.readString(PAGE).replaceAll("\\s+", " "))
        .contains("at most %d words".formatted(Query.MAX_CLAUSES))
        .contains("at most %d parts".formatted(Query.MAX_PARTS))
        .contains("a phrase %d words".formatted(Query.MAX_PARTS))
        .contains("at most %d words in all".formatted(Query.MAX_WORDS))
        .contains("%d characters in all".formatted(Query.MAX_LENGTH))
        .contains("at most %d deep".formatted(Query.MAX_DEPTH))
        .contains("at most %d words have wildcards or are fuzzy".formatted(Query.MAX_PATTERNS))
        .contains(
            "at most %d of them and %d characters"
                .formatted(Query.MAX_WILDCARDS, Query.MAX_PATTERN));
  }
}
