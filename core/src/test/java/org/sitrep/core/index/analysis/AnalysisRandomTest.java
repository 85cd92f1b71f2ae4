package org.sitrep.core.index.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.sitrep.core.vocabulary.Aliases;

/**
 * Analyses random texts out of what designations, sums and acronyms are made of. A failure prints
 * the seed; {@code -Dsitrep.seed=N} repeats it.
 */
class AnalysisRandomTest {
  private static final String[] PIECES = {
    "F",
    "16",
    "f",
    "-",
    "‑",
    " ",
    " ",
    " ",
    " ",
    "/",
    ".",
    ",",
    "'",
    "’s",
    "T",
    "72B3",
    "AN",
    "TPY",
    "Mk",
    "Leopard",
    "2",
    "A7",
    "155",
    "mm",
    "x",
    "×",
    "5.56",
    "45",
    "€",
    "$",
    "US",
    "EUR",
    "150",
    "bn",
    "billion",
    "mil",
    "millones",
    "Mrd.",
    "euros",
    "d'",
    "euro",
    "Canadian",
    "dollars",
    "1,500",
    "000",
    "MoD",
    "U.S.",
    "Ministry",
    "of",
    "Defence",
    "é",
    "e\u0301",
    "\ud83d",
    "\ude00",
    "\u200b",
    "שלום",
    "\u202e",
    "中文",
    "_",
    ":",
    "\n",
    "16th",
    "s",
    "Rs",
    "zł",
    "%",
    "1.2.3",
    "9M729",
    "!",
    "ß",
    "anti",
    "co",
    "over",
    "operation",
    "l'",
    "dell’",
    "d‘",
    "armée",
    "10",
    "000",
    "500",
    "%",
    "per",
    "cent",
    "pct",
    "/",
    "52",
    "L52",
    "calibre",
    "2S",
    "19",
    "S",
    "NATO"
  };
  private static final String[] LANGUAGES = {"en", "de", "fr", "es", "it", "ru", "uk", ""};

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(60); n > 0; n--) {
      text.append(
          random.nextInt(20) == 0
              ? String.valueOf((char) random.nextInt(0x10000))
              : PIECES[random.nextInt(PIECES.length)]);
      if (random.nextInt(200) == 0) {
        text.append(PIECES[random.nextInt(PIECES.length)].repeat(random.nextInt(500)));
      }
    }
    return text.toString();
  }

  @Test
  void any_text_gives_tokens_in_order_within_it() throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    try (Analysis analysis = new Analysis(Aliases.standard())) {
      for (int i = 0; i < (Boolean.getBoolean("sitrep.long") ? 20_000 : 10_000); i++) {
        String text = text(random);
        check(analysis, text, LANGUAGES[random.nextInt(LANGUAGES.length)], "seed " + seed);
      }
    }
  }

  private static void check(Analysis analysis, String text, String language, String seed)
      throws IOException {
    String shown = "%s, %s: '%s'".formatted(seed, language, text);
    int start = 0;
    int count = 0;
    try (TokenStream tokens = analysis.tokens("body", text, Optional.of(language))) {
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        assertThat(increment.getPositionIncrement()).as(shown).isBetween(count == 0 ? 1 : 0, 1);
        assertThat(offset.startOffset()).as(shown).isGreaterThanOrEqualTo(start);
        assertThat(offset.endOffset())
            .as(shown)
            .isGreaterThan(offset.startOffset())
            .isLessThanOrEqualTo(text.length());
        assertThat(term.length()).as(shown).isLessThan(600);
        start = offset.startOffset();
        count++;
      }
      tokens.end();
    }
    assertThat(count).as(shown).isLessThanOrEqualTo(6 * text.length());
  }

  @Test
  void any_query_has_readings_of_bounded_number() {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    try (Analysis analysis = new Analysis(Aliases.standard())) {
      for (int i = 0; i < 5_000; i++) {
        String text = text(random);
        String language = LANGUAGES[random.nextInt(LANGUAGES.length)];
        Analysis.Readings readings = analysis.readings(text, language);
        assertThat(readings.written()).as("seed %d", seed).hasSizeLessThanOrEqualTo(2);
        assertThat(readings.meant()).as("seed %d", seed).hasSizeLessThanOrEqualTo(40);
        List<String> typed = List.of(text.strip().split("\\s+", -1));
        for (Analysis.Together together : analysis.together(typed, language)) {
          assertThat(together.first()).as("seed %d: '%s'", seed, text).isNotNegative();
          assertThat(together.last())
              .as("seed %d: '%s'", seed, text)
              .isGreaterThan(together.first())
              .isLessThan(typed.size());
        }
      }
    }
  }

  @Test
  void long_runs_take_time_in_proportion() throws IOException {
    try (Analysis analysis = new Analysis(Aliases.standard())) {
      for (String piece :
          List.of(
              "9",
              "F",
              "F16",
              "9,",
              "1.",
              "€",
              "-1",
              "A-1",
              "billion ",
              "5x",
              "US ",
              "anti-",
              "anti ",
              "antico",
              "l'",
              "S16S-",
              "10 000 ",
              "10,000,",
              "5%/",
              "5 per cent ",
              "5mm/52 cal ",
              "MoD Ministry ")) {
        check(analysis, piece.repeat(1_000_000 / piece.length()), "en", piece);
        analysis.readings(piece.repeat(20_000), "en");
        analysis.together(Collections.nCopies(20_000, piece.strip()), "en");
      }
    }
  }
}
