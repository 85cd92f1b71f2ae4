package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.vocabulary.PhraseMatcher.LetterCase;
import org.sitrep.core.vocabulary.PhraseMatcher.Match;
import org.sitrep.core.vocabulary.PhraseMatcher.Phrase;

class PhraseMatcherTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void never_matches_inside_another_word() {
    assertThat(found("the ambassador assads Assad", "assad")).containsExactly("Assad");
  }

  @Test
  void prefers_the_longest_phrase_at_the_leftmost_place() {
    assertThat(found("air defence missile system", "air defence", "air", "defence missile system"))
        .containsExactly("air defence");
    assertThat(found("joint task force", "joint", "joint task force")).hasSize(1);
  }

  @Test
  void falls_back_to_a_shorter_phrase_where_a_longer_one_breaks_off() {
    assertThat(found("air defence for all", "air", "air defence missile")).containsExactly("air");
  }

  @Test
  void finds_a_phrase_that_starts_inside_one_that_breaks_off() {
    assertThat(found("long range air defence", "long range missile", "range air"))
        .containsExactly("range air");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "air defence",
        "Air-Defence",
        "AIR  DEFENCE",
        "air\ndefence",
        "air\r\ndefence",
        "air\u00a0defence",
        "air\u2011defence",
        "air–defence",
        "air de\u00adfence",
        "àir défence",
        "a\u0300ir defence",
        "air defence's",
        "air defence’s",
        "ａｉｒ defence"
      })
  void compares_words_folded(String text) {
    assertThat(found("(" + text + ")", "air defence")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "air, defence",
        "air. Defence",
        "air\n\ndefence",
        "air - defence",
        "air's defence"
      })
  void does_not_join_words_across_punctuation_or_a_paragraph(String text) {
    assertThat(found(text, "air defence")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "in St. Malo today, St. Malo",
    "in St Malo today, St. Malo",
    "the U.S. army, U.S.",
    "a U.S.-led force, U.S.",
    "at Cox's Bazar, Cox's Bazar",
    "in Sanaa, Sana'a",
    "in Sana’a, Sana'a"
  })
  void allows_the_marks_that_the_phrase_has(String text, String phrase) {
    assertThat(found(text, phrase)).hasSize(1);
  }

  @Test
  void keeps_possessive_endings_out_of_the_span() {
    String text = "Both states' armies and the union's fleet";
    List<Match<String>> matches = matcher("states", "union").find(text);
    assertThat(matches)
        .extracting(m -> text.substring(m.start(), m.end()))
        .containsExactly("states", "union");
  }

  @Test
  void obeys_the_case_of_each_phrase() {
    PhraseMatcher<String> matcher =
        PhraseMatcher.of(
            List.of(
                new Phrase<>("US", LetterCase.EXACT, "country"),
                new Phrase<>("Polish", LetterCase.CAPITAL, "people"),
                new Phrase<>("Malé", LetterCase.EXACT, "town")));
    assertThat(matcher.find("us Us US polish Polish POLISH male Male Malé Male\u0301"))
        .extracting(Match::value)
        .containsExactly("country", "people", "people", "town", "town");
  }

  @Test
  void gives_every_phrase_that_is_equal_after_folding() {
    PhraseMatcher<Integer> matcher =
        PhraseMatcher.of(
            List.of(
                new Phrase<>("georgia", LetterCase.ANY, 1),
                new Phrase<>("Georgia", LetterCase.CAPITAL, 2)));
    assertThat(matcher.find("Georgia georgia")).extracting(Match::value).containsExactly(1, 2, 1);
  }

  @Test
  void finds_phrases_of_other_scripts() {
    assertThat(found("Збройні сили України та Києва", "України", "києва"))
        .containsExactly("України", "Києва");
    assertThat(found("我们支持乌克兰的防御", "乌克兰")).containsExactly("乌克兰");
    assertThat(found("Η Ελλάδα", "ελλαδα")).containsExactly("Ελλάδα");
    assertThat(found("aide à l’Ukraine", "ukraine")).containsExactly("Ukraine");
  }

  @Test
  void counts_offsets_in_units_of_the_original_text() {
    String text = "😀 de\u0301fence\u00ad 😀 défense";
    List<Match<String>> matches = matcher("defence", "defense").find(text);
    assertThat(matches).hasSize(2);
    assertThat(text.substring(matches.get(0).start(), matches.get(0).end()))
        .startsWith("de\u0301fence");
    assertThat(text.substring(matches.get(1).start(), matches.get(1).end())).isEqualTo("défense");
  }

  @Test
  void finds_nothing_in_nothing() {
    assertThat(found("", "a")).isEmpty();
    assertThat(PhraseMatcher.of(List.<Phrase<String>>of()).find("a b c")).isEmpty();
  }

  @Test
  void refuses_phrases_without_a_word() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> matcher("..."))
        .withMessage("phrase holds no word: '...'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "united ",
        "united states of america and ",
        "a",
        "U.",
        "l'",
        "'",
        "é",
        " ",
        "ʼ",
        "ʼa"
      })
  void takes_time_linear_in_hostile_text(String unit) {
    String text = unit.repeat(10_000_000 / unit.length());
    PhraseMatcher<String> matcher =
        matcher("united states of america and the united states", "united united x", "u.u.u");
    assertTimeoutPreemptively(LONG, () -> matcher.find(text));
  }

  @Test
  void survives_lone_surrogates_and_control_characters() {
    assertThat(
            found("\ud800air\udc00 \u0000defence\u0007 air\u0000defence \ud83d", "air", "defence"))
        .containsExactly("air", "defence", "air", "defence");
  }

  private static List<String> found(String text, String... phrases) {
    return matcher(phrases).find(text).stream()
        .map(m -> text.substring(m.start(), m.end()))
        .toList();
  }

  private static PhraseMatcher<String> matcher(String... phrases) {
    return PhraseMatcher.of(
        Arrays.stream(phrases).map(p -> new Phrase<>(p, LetterCase.ANY, p)).toList());
  }
}
