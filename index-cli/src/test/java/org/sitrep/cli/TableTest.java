package org.sitrep.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows for spreadsheets and for programs. */
class TableTest {
  private static String row(Format format, Object... cells) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Output output = Output.ofData(out);
    format.row(output, cells);
    output.flush();
    return out.toString(UTF_8);
  }

  @Test
  void commas_and_quotes_are_quoted_in_csv() {
    assertThat(row(Format.CSV, 1, "a, b", "say \"no\"", "", "plain"))
        .isEqualTo("1,\"a, b\",\"say \"\"no\"\"\",,plain\r\n");
  }

  @Test
  void line_breaks_tabs_and_control_characters_part_nothing() {
    assertThat(row(Format.CSV, "a\r\nb\tc\u001B[31m")).isEqualTo("a  b c\uFFFD[31m\r\n");
    assertThat(row(Format.TSV, "a\tb\nc", "d,\"e\"", "\u0000"))
        .isEqualTo("a b c\td,\"e\"\t\uFFFD\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\uFF1D1"})
  void what_a_spreadsheet_takes_for_a_formula_is_text_in_csv(String text) {
    assertThat(row(Format.CSV, text)).startsWith("'");
    assertThat(row(Format.TSV, text)).doesNotContain("'");
  }

  @Test
  void a_number_stays_a_number() {
    assertThat(row(Format.CSV, -1, 0.5f)).isEqualTo("-1,0.5\r\n");
  }
}
