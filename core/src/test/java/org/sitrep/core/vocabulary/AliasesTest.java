package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasesTest {
  @TempDir Path folder;

  private static Aliases read(String text) throws IOException, AliasFormatException {
    return Aliases.of(new StringReader(text), "my.txt");
  }

  @Test
  void reads_groups_and_passes_over_comments() throws Exception {
    Aliases aliases = read("\ufeff# names\r\n\r\nkyiv = Kiev \r\nMoD =  Ministry  of Defence\n");
    assertThat(aliases.groups())
        .containsExactly(List.of("kyiv", "Kiev"), List.of("MoD", "Ministry of Defence"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kyiv                 | my.txt:2: group has not two names: '[kyiv]'
          kyiv =               | my.txt:2: name has no letter: ''
          kyiv = ...           | my.txt:2: name has no letter: '...'
          a = b = a            | my.txt:2: name is there already: 'a'
          odesa = x            | my.txt:2: name is there already: 'odesa'
          Große Oder = ÖDESA X = odesa | my.txt:2: name is there already: 'odesa'
          """)
  void says_file_line_and_value_of_what_is_wrong(String line, String message) {
    assertThatThrownBy(() -> read("odesa = odessa\n" + line + "\n"))
        .isInstanceOf(AliasFormatException.class)
        .hasMessage(message)
        .satisfies(e -> assertThat(((AliasFormatException) e).line()).isEqualTo(2));
  }

  @Test
  void bounds_lines_and_names() {
    assertThatThrownBy(() -> read("a = " + "b".repeat(101)))
        .hasMessageStartingWith("my.txt:1: name is longer than 100: 'bbb");
    assertThatThrownBy(() -> read("a = " + "b".repeat(30_000)))
        .hasMessageStartingWith("my.txt:1: line is longer than 20000: 'a = b");
  }

  @Test
  void names_a_file_that_is_not_in_utf_8() throws IOException {
    Path file = folder.resolve("latin.txt");
    Files.write(file, "Zürich = Zurich\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Aliases.of(file))
        .isInstanceOf(AliasFormatException.class)
        .hasMessage(file + ": the file is not in UTF-8");
  }

  @Test
  void an_acronym_and_the_small_word_are_two_names() throws Exception {
    assertThat(read("US = United States\nus = we\n").groups()).hasSize(2);
    assertThat(Aliases.isAcronym("MoD")).isTrue();
    assertThat(Aliases.isAcronym("Kyiv")).isFalse();
    assertThat(Aliases.isAcronym("Ministry of Defence")).isFalse();
  }

  @Test
  void its_text_reads_back_as_the_same() throws Exception {
    Aliases standard = Aliases.standard();
    assertThat(standard.groups()).hasSizeGreaterThan(50);
    assertThat(Aliases.ofText(standard.text())).isEqualTo(standard);
  }
}
