package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordScannerTest {
  @Test
  void folds_latin_letters_as_folding_does() {
    for (int i = 0; i < WordScanner.LATIN.length(); i++) {
      if (WordScanner.LATIN.charAt(i) != '.') {
        assertThat(WordScanner.LATIN.substring(i, i + 1))
            .isEqualTo(Folding.fold(Character.toString(0xC0 + i)));
      }
    }
  }

  @Test
  void gives_words_with_their_places() {
    WordScanner words = new WordScanner("The U.S.'s Côte-d’Or");
    assertThat(words.next(0)).isTrue();
    assertThat(words.folded()).isEqualTo("the");
    assertThat(words.next(words.resume())).isTrue();
    assertThat(words.folded()).isEqualTo("u.s");
    assertThat(words.end()).isEqualTo(8);
    assertThat(words.next(words.resume())).isTrue();
  }
}
