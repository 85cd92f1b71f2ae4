package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountryFinderHostileTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "united ",
        "Michael Jordan Jordan ",
        "Georgia, ",
        "US ",
        "Paris, Texas ",
        "Turkey turkey\n",
        "Korea. ",
        "l'",
        "A",
        "A.",
        "English in English ",
        "ukraine",
        " \n"
      })
  void takes_time_linear_in_a_long_line(String unit) {
    String body = unit.repeat(10_000_000 / unit.length());
    assertTimeoutPreemptively(LONG, () -> CountryFinder.standard().find(unit, body));
  }

  @Test
  void reads_random_characters_without_harm() {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    String[] words = {
      "Ukraine", "Georgia", "US", ",", "'s", ".", "’", "\ud800", "\u0000", "\u202e"
    };
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(
            random.nextBoolean()
                ? words[random.nextInt(words.length)]
                : String.valueOf((char) random.nextInt(0x10000)));
        text.append(random.nextInt(3) == 0 ? "" : " ");
      }
      String body = text.toString();
      for (CountryMention mention : CountryFinder.standard().find(body, body).evidence()) {
        assertThat(body.substring(mention.start(), mention.end()))
            .as("-Dsitrep.seed=%d", seed)
            .isEqualTo(mention.text());
      }
    }
  }
}
