package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Kyiv, kyiv",
    "Київ, киів",
    "ЁЛКА, елка",
    "Łódź, lodz",
    "Groß-Gerau, gross-gerau",
    "Ærø, aero",
    "ÅNGSTRÖM, angstrom",
    "'  a\t b\u00a0c ', a b c",
    "ﬁne, fine",
    "Ａ４, a4",
    "'', ''"
  })
  void folds(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }

  @Test
  void letters_that_are_known_become_what_the_tables_of_the_jdk_make_of_them() {
    for (char c = 1; c < '\ud800'; c++) {
      if (!Character.isWhitespace(c) && c != '\u00a0') {
        // Beside a sign of another script every letter is looked up.
        String lookedUp = Folding.fold("a" + c + "b中");
        assertThat(Folding.fold("a" + c + "b") + "中").as("U+%04X", (int) c).isEqualTo(lookedUp);
      }
    }
  }
}
