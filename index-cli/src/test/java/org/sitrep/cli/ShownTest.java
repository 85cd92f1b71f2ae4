package org.sitrep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sitrep.core.search.Snippet;
import org.sitrep.core.search.Span;

/** How texts are made to fit a terminal. */
class ShownTest {

  @Test
  void leaves_ordinary_text_alone() {
    String text = "Zelenskyy’s €150bn – ґ 武器 \uD83D\uDE80 e\u0301";
    assertThat(Shown.line(text)).isEqualTo(text);
    assertThat(Shown.json(text)).isEqualTo(text);
  }

  @Test
  void shows_line_breaks_as_blanks_and_controls_as_replacements() {
    assertThat(Shown.line("a\nb\tc\r\nd")).isEqualTo("a b c  d");
    assertThat(Shown.line("\u001B[31m\u0007\u007F\u009B"))
        .isEqualTo("\uFFFD[31m\uFFFD\uFFFD\uFFFD");
    assertThat(Shown.line("\u202Eab\u2066")).isEqualTo("\uFFFDab\uFFFD");
    assertThat(Shown.line("\uD800x\uDC00")).isEqualTo("\uFFFDx\uFFFD");
    assertThat(Shown.line("\u200Fשלום\u200F")).isEqualTo("שלום");
  }

  @Test
  void escapes_controls_in_json() {
    assertThat(Shown.json("\"\u007F\u009B\u202E\uD800\""))
        .isEqualTo("\"\\u007f\\u009b\\u202e\\ud800\"");
  }

  @Test
  void counts_columns() {
    assertThat(Shown.width("abc")).isEqualTo(3);
    assertThat(Shown.width("武器")).isEqualTo(4);
    assertThat(Shown.width("e\u0301")).isEqualTo(1);
    assertThat(Shown.width("\uD83D\uDE80")).isEqualTo(2);
  }

  private static String wrapped(StyledText text, int width, boolean colors) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Output out = Output.ofData(bytes);
    out.colors(colors);
    text.print(out, "1. ", "   ", width);
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void wraps_between_words() {
    StyledText text = new StyledText().add(" one  two\nthree averylongword");
    assertThat(wrapped(text, 11, false)).isEqualTo("1. one two\n   three\n   averylongword\n");
    assertThat(wrapped(new StyledText().add("武器 武器"), 8, false)).isEqualTo("1. 武器\n   武器\n");
    assertThat(wrapped(new StyledText(), 8, false)).isEqualTo("1.\n");
  }

  @Test
  void marks_matches_across_a_line_end() {
    Snippet snippet = new Snippet("the task force, too", List.of(new Span(4, 14)));
    StyledText text = StyledText.of(snippet, Style.PLAIN);
    assertThat(wrapped(text, 80, true)).isEqualTo("1. the \u001B[1;33mtask force\u001B[0m, too\n");
    assertThat(wrapped(text, 11, true))
        .isEqualTo("1. the \u001B[1;33mtask\u001B[0m\n   \u001B[1;33mforce\u001B[0m,\n   too\n");
  }

  @Test
  void shows_the_place_in_a_long_query() {
    assertThat(new CaretLine("a \"b", 2, 40)).hasToString("  a \"b\n    ^");
    assertThat(new CaretLine("武\t\"b", 2, 40)).hasToString("  武 \"b\n     ^");
    String shown = new CaretLine("x".repeat(500) + "\"" + "y".repeat(500), 500, 40).toString();
    assertThat(shown.lines()).allMatch(line -> line.length() <= 40);
    List<String> lines = shown.lines().toList();
    assertThat(lines.get(0).charAt(lines.get(1).indexOf('^'))).isEqualTo('"');
    assertThat(new CaretLine("ab", 99, 40)).hasToString("  ab\n    ^");
  }

  @Test
  void reads_the_width_and_the_locale_of_a_terminal() {
    assertThat(Terminal.columns("120")).isEqualTo(120);
    assertThat(Terminal.columns("")).isEqualTo(80);
    assertThat(Terminal.columns("0")).isEqualTo(20);
    assertThat(Terminal.isUnicode(Map.of("LANG", "de_DE.UTF-8"))).isTrue();
    assertThat(Terminal.isUnicode(Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8"))).isFalse();
    assertThat(Terminal.isUnicode(Map.of())).isFalse();
  }
}
