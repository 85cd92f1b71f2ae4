package org.sitrep.core.index.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.core.index.analysis.Analysis.Readings;
import org.sitrep.core.index.analysis.Analysis.Word;
import org.sitrep.core.vocabulary.Aliases;

/** Names are looked up by their first words, of which the first letter is told without analysis. */
class AliasTableTest {
  private static final Aliases ODD =
      new Aliases(
          List.of(
              List.of("l'Armée de terre", "Armee Terre", "AdT"),
              List.of("F-35", "Lightning II", "F 35 Lightning"),
              List.of("150 billion plan", "plan of billions"),
              List.of("'s Gravenhage", "Den Haag", "The Hague"),
              List.of("Mk 41", "vertical launch system"),
              List.of("Überwasserkampfschiff Nord", "surface combatant north"),
              List.of("Évian accords", "EVA accords"),
              List.of("防衛省", "ministry of defence of japan"),
              List.of("Ёлка экспресс", "fir tree express"),
              List.of("a b c", "x y"),
              List.of("U.S. Forces", "american forces"),
              List.of("non-proliferation treaty", "NPT"),
              List.of("burma", "myanmar"),
              List.of("Myanmar Navy", "tatmadaw yay"),
              List.of("Bodies, armed", "BOD squads", "BOD"),
              List.of("People's Guard", "guard of the people")));

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "it", "ru", ""})
  void each_name_finds_the_others_in_each_language(String language) {
    for (Aliases aliases : List.of(Aliases.standard(), ODD)) {
      try (Analysis analysis = new Analysis(aliases)) {
        for (List<String> group : aliases.groups()) {
          group.forEach(name -> assertFindsOthers(analysis, language, group, name));
        }
      }
    }
  }

  private static void assertFindsOthers(
      Analysis analysis, String language, List<String> group, String name) {
    Readings readings = analysis.readings(name, language);
    List<String> stems = stems(analysis.words(name, language));
    for (String other : group) {
      List<Word> words = analysis.words(other, language);
      boolean isSpelling = stems(words).equals(stems); // of which the index holds one
      if (!words.isEmpty() && !isSpelling) {
        assertThat(readings.meant()).as("%s for %s", other, name).contains(words);
      }
    }
  }

  private static List<String> stems(List<Word> words) {
    return words.stream().map(Word::stem).toList();
  }
}
