package org.sitrep.core.vocabulary;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Das Heer bestellt neue Kampfpanzer und Munition             | armour ammunition
          de | Die Nato verstärkt die Luftverteidigung                     | nato air-defence
          de | Waffenruhe nach langen Friedensgesprächen                   | peace-talks
          fr | L'armée reçoit des obusiers et des obus                     | artillery ammunition
          fr | Des drones frappent une centrale nucléaire                  | drones energy
          fr | Cessez-le-feu : les convois humanitaires repartent          | peace-talks humanitarian
          es | El Ejército compra carros de combate y fusiles de asalto    | armour small-arms
          es | La OTAN aprueba un paquete de ayuda                         | nato military-aid
          es | Ciberataque contra los astilleros                           | cyber shipbuilding
          it | Raid aereo sulla città, due civili uccisi                   | air-strikes civilian-harm
          it | Sanzioni contro i cantieri navali                           | sanctions shipbuilding
          it | Scambio di prigionieri durante la tregua                    | prisoners-of-war peace-talks
          pl | Wojsko zamówiło haubice i amunicję artyleryjską             | artillery ammunition
          pl | Ćwiczenia obrony przeciwlotniczej nad Wisłą                 | exercises air-defence
          pl | Rozminowywanie pola minowego                                | mines-demining
          uk | Сили ППО збили безпілотники та крилаті ракети               | air-defence drones missiles
          uk | Обмін військовополоненими відбувся вночі                    | prisoners-of-war
          uk | Перемир'я і мирні переговори                                | peace-talks
          ru | Противовоздушной обороне передали беспилотники              | air-defence drones
          ru | Переговоры о прекращении огня, обмен пленными               | peace-talks prisoners-of-war
          ru | Новых санкций против судостроительного завода               | sanctions shipbuilding
          pl | Myśliwce F-16 i zestawy S-400                               | fighter-aircraft air-defence
          """)
  void finds_topics_in_the_forms_that_words_have(String language, String title, String ids) {
    assertThat(found(language, title)).isEqualTo(sorted(ids));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | An der Tankstelle gibt es wieder Kaffee
          fr | Un char de carnaval dans les rues de Nice
          es | El carro de la compra es más caro
          it | Bomba d'acqua sulla costa, strade chiuse
          pl | Pierwsza rakieta tenisa wygrała finał
          uk | Дистанційне навчання у школах області
          ru | Санкции за нарушение правил хоккея
          """)
  void takes_none_from_words_that_only_look_like_one(String language, String title) {
    assertThat(found(language, title)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "fr", "es", "it", "pl", "uk", "ru"})
  void knows_words_for_at_least_eighty_topics(String language) throws IOException {
    Set<String> ids = new TreeSet<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                TopicFinder.class.getResourceAsStream("topics_" + language + ".tsv"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> line.contains("\tphrase\t"))
          .forEach(line -> ids.add(line.substring(0, line.indexOf('\t'))));
    }
    assertThat(ids).hasSizeGreaterThanOrEqualTo(80);
    assertThat(TopicFinder.standard(language).orElseThrow().topics())
        .isEqualTo(TopicFinder.standard().topics());
  }

  @Test
  void has_the_same_finder_for_every_tag_of_a_language_and_none_for_others() {
    assertThat(TopicFinder.standard("en-GB")).containsSame(TopicFinder.standard());
    assertThat(TopicFinder.standard("uk-UA")).isEqualTo(TopicFinder.standard("UK"));
    assertThat(TopicFinder.standard("sw")).isEmpty();
    assertThat(TopicFinder.standard("")).isEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // what happens where a caller breaks the rule
  void refuses_null() {
    assertThatNullPointerException()
        .isThrownBy(() -> TopicFinder.standard(null))
        .withMessage("language");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a,phrase,dron{m}                         | ending is unknown: '{m}'
          a,phrase,dron{m                          | ending is unknown: '{m'
          -,ending,m                               | ending is not such as m = /a/em: 'm'
          -,ending,m = /a; m = /b                  | ending is there twice: 'm'
          b,phrase,drone                           | topic is unknown: 'b'
          a,label,Drones                           | a file of another language gives no labels: 'Drones'
          a,phrase,drone; Drone                    | phrase is there twice for a: 'Drone'
          a,phrase,dron(a/y) duż(a/e/ych)          | brackets differ in the number of their endings: 'dron(a/y) duż(a/e/ych)'
          """)
  void names_file_line_and_value_of_what_is_wrong(String line, String problem) throws Exception {
    TopicFile labels = TopicFile.read("topics.tsv", new StringReader("a\tlabel\tA"));
    String text = "# first line\n" + line.replace(',', '\t');
    assertThatThrownBy(
            () -> TopicFile.readLanguage("topics_xx.tsv", new StringReader(text), labels))
        .isInstanceOf(TopicFormatException.class)
        .hasMessage("topics_xx.tsv:2: " + problem);
  }

  @Test
  void writes_out_endings_that_have_a_name() throws Exception {
    String text =
        """
        -\tending\tm = /a/em; am = y/ego/ym
        a\tlabel\tA
        a\tphrase\tszybk{am} dron{m}
        """;
    TopicFinder finder = TopicFinder.of(new StringReader(text), "own.tsv");
    assertThat(finder.find("szybkego drona", "").topics()).hasSize(1);
    assertThat(finder.find("szybky dronem", "").topics()).isEmpty();
  }

  private static String found(String language, String title) {
    List<Topic> topics =
        TopicFinder.standard(language.strip()).orElseThrow().find(title, "").topics();
    return topics.stream().map(Topic::id).sorted().collect(joining(" "));
  }

  private static String sorted(String ids) {
    return List.of(ids.split(" ")).stream().sorted().collect(joining(" "));
  }
}
