package org.sitrep.core.vocabulary;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sitrep.core.vocabulary.CountryFile.Entry;
import org.sitrep.core.vocabulary.CountryFile.Row;

class CountryLanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Deutschland liefert der Ukraine neue Panzer.                    | DE UA
          de | Polens Regierung sprach mit den Vereinigten Staaten.            | PL US
          de | Russische Truppen; ein Brite und zwei Franzosen; US-Soldaten.   | RU GB FR US
          de | In Kiew, Warschau und Brüssel tagte man.                        | UA PL BE
          fr | L'Ukraine et la Russie négocient à Genève.                      | UA RU
          fr | Les troupes américaines quittent l'Irak pour la Corée du Sud.   | US IQ KR
          fr | Un accord avec les îles Marshall et la république du Congo.     | MH CG
          es | Un acuerdo con las islas Salomón.                               | SB
          it | Un accordo con le isole Marshall.                               | MH
          fr | La réunion de Londres et le sommet du Caire.                    | GB EG
          es | Ucrania recibirá misiles de EE.UU. y del Reino Unido.           | UA US GB
          es | La reunión en Madrid con soldados chilenos y turcos.            | ES CL TR
          it | L'esercito dell'Ucraina e le truppe russe in Siria.             | UA RU SY
          it | Le forze degli Stati Uniti lasciano l'Iraq e la Cina.           | US IQ CN
          pl | Polska i Niemcy przekażą Ukrainie rakiety.                      | PL DE UA
          pl | Żołnierze Stanów Zjednoczonych i Wielkiej Brytanii w Szwecji.   | US GB SE
          uk | Президент України говорив у Варшаві про допомогу США.           | UA PL US
          uk | Україною й Польщею, з Німеччиною та Великою Британією.          | UA PL DE GB
          uk | Російські війська; українських воїнів; у Південній Кореї.       | RU UA KR
          ru | Россия и Соединённые Штаты обсудили Украину.                    | RU US UA
          ru | В Южной Корее, о Польше, с Германией; российские войска.        | KR PL DE RU
          uk | Великобританія і Великобританії, Великобританію, Великобританією. | GB
          uk | Російсько-український фронт; кенійські та в'єтнамські лікарі.   | RU UA KE VN
          ru | Сербско-хорватская граница; индонезийские и чилийские суда.     | RS HR ID CL
          de | Algerische, irische und philippinische Soldaten; ein Slowene.   | DZ IE PH SI
          fr | Des soldats algériens, nigérians et nigériens.                  | DZ NG NE
          es | Pescadores marroquíes y filipinos; marinos panameños.           | MA PH PA
          it | Soldati albanesi, keniani e cileni.                             | AL KE CL
          """)
  void finds_names_adjectives_and_capitals_in_their_cases(String tag, String text, String codes) {
    assertThat(found(text, tag)).isEqualTo(sorted(codes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Rosyjscy i białoruscy dowódcy przybyli.                   | RU BY
          Amerykańscy i brytyjscy oficerowie milczą.                | US GB
          Węgierscy i czescy politycy rozmawiali.                   | HU CZ
          Polacy, Rosjanie, Ukraińcy i Niemcy spotkali się.         | PL RU UA DE
          Szwedzcy, norwescy, fińscy i duńscy lotnicy.              | SE NO FI DK
          Litwini, Łotysze i Estończycy ćwiczą razem.               | LT LV EE
          Turcy z Grekami, Włosi z Hiszpanami, Anglicy ze Szkotami. | TR GR IT ES GB
          Irlandzcy, słoweńscy i wietnamscy lekarze.                | IE SI VN
          Wojna rosyjsko-ukraińska trwa.                            | RU UA
          W Kosowie i na Sri Lance; w Sudanie Południowym.          | XK LK SS
          """)
  void finds_polish_words_for_people(String text, String codes) {
    assertThat(found(text, "pl")).isEqualTo(sorted(codes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Die Bundeswehr wartet auf den Beschluss des Bundestages.    | DE
          fr | L'Élysée a répondu à la Maison-Blanche.                     | FR US
          es | La Casa Blanca llamó a la Moncloa.                          | US ES
          it | Palazzo Chigi attende la Casa Bianca.                       | IT US
          pl | W Sejmie o Bundeswehrze, w Białym Domu o Kremlu.            | PL DE US RU
          uk | У Верховній Раді чекали на Білий дім, у Сеймі - на Бундестаг. | UA US PL DE
          ru | В Госдуме ждали решения Белого дома и Бундестага.           | RU US DE
          """)
  void finds_institutions(String tag, String text, String codes) {
    assertThat(found(text, tag)).isEqualTo(sorted(codes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          de | Die Mutter kocht Essen, und der Pole hat mali gesagt. | PL
          fr | Dominique et Maurice ont lancé une grenade.           | none
          es | Comieron macedonia con malta y buscaron la paz.       | none
          it | I mali del mondo e la malta dei muri.                 | none
          pl | Mali chłopcy grali. Były też mali żołnierze.          | none
          pl | Rok temu padał śnieg.                                 | none
          uk | Того дня досі не забули. Малі підприємства закрито.   | none
          uk | Для того, крім того, після того.                      | none
          ru | Того же дня кроме того все ушли.                      | none
          ru | Самое главное сказано.                                | none
          uk | Самої відповіді немає.                                | none
          de | Der Bundeskanzler und der Bundesrat in Wien.          | AT
          ru | Смотрите на сайте россия.рф и почту @россия           | none
          """)
  void leaves_words_that_mean_something_else(String tag, String text, String codes) {
    assertThat(found(text, tag)).isEqualTo(codes.equals("none") ? "" : sorted(codes));
  }

  @Test
  void matches_a_name_in_texts_of_its_language_only() {
    assertThat(found("Deutschland und Polen", "de")).isEqualTo("DE PL");
    assertThat(found("Polen und Frankreich", "fr")).isEmpty();
    assertThat(found("Niemcy i Francja", "")).isEmpty();
  }

  @Test
  void finds_english_names_where_they_mean_nothing_else() {
    assertThat(found("Форум Ukraine Now та заява Kremlin", "uk")).isEqualTo("RU UA");
    assertThat(found("Das Buch Inside North Korea erschien.", "de")).isEqualTo("KP");
  }

  @Test
  @SuppressWarnings("NullAway") // what happens where a caller breaks the rule
  void reads_other_languages_and_none_as_english() {
    assertThat(found("Ukraine and the Kremlin", "")).isEqualTo("RU UA");
    assertThat(found("Ukraine and the Kremlin", "en-GB")).isEqualTo("RU UA");
    assertThat(found("Ukraine and the Kremlin", "sw")).isEqualTo("RU UA");
    assertThat(found("Ukraine and the Kremlin", "-")).isEqualTo("RU UA");
    assertThat(found("у Бельгії", "uk-UA")).isEqualTo("BE");
    assertThat(found("у Бельгії", "UK")).isEqualTo("BE");
    assertThatNullPointerException()
        .isThrownBy(() -> CountryFinder.standard().find("", "", null))
        .withMessage("language");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Україна       | UA
          україні       | UA
          Deutschland   | DE
          Польща        | PL
          Россия        | RU
          États-Unis    | US
          etats unis    | US
          США           | US
          Niemcy        | DE
          polaco        | PL
          ucraino       | UA
          Großbritannien | GB
          Wielka Brytania | GB
          """)
  void names_a_country_in_a_query(String words, String code) {
    assertThat(Country.named(words)).map(Country::code).contains(code);
  }

  @ParameterizedTest
  @EnumSource(CountryLanguage.class)
  void names_every_country_that_is(CountryLanguage language) {
    Set<String> named = new HashSet<>();
    language.rows().stream().filter(r -> r.is("name")).forEach(r -> named.add(r.code()));
    Set<String> missing = new HashSet<>();
    Country.all().stream().map(Country::code).filter(c -> !named.contains(c)).forEach(missing::add);
    missing.remove("SX");
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(CountryLanguage.class)
  void has_only_known_codes_and_kinds_and_gives_no_word_to_two_countries(CountryLanguage language) {
    Map<String, String> owners = new HashMap<>();
    for (Row row : language.rows()) {
      assertThat(row.kind()).isIn("name", "adjective", "capital", "metonym", "none");
      assertThat(row.is("none")).isEqualTo(row.code().equals(CountryFile.NO_COUNTRY));
      if (!row.is("none")) {
        assertThat(Country.ofCode(row.code())).as(row.code()).isPresent();
      }
      for (Entry entry : row.entries()) {
        assertThat(entry.text()).isNotEmpty().isEqualTo(entry.text().strip());
        String other = owners.putIfAbsent(CountryNames.key(entry.text()), row.code());
        assertThat(other == null ? row.code() : other).as(entry.text()).isEqualTo(row.code());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CountryLanguage.class)
  void has_adjectives_for_the_countries_of_the_news(CountryLanguage language) {
    Set<String> described = new HashSet<>();
    language.rows().stream().filter(r -> r.is("adjective")).forEach(r -> described.add(r.code()));
    assertThat(described)
        .contains("DZ", "AO", "AR", "BA", "CD", "CI", "CL", "CO", "CY", "ER", "GH", "ID", "IE")
        .contains("IS", "KE", "KG", "KH", "KW", "LU", "MA", "ME", "MK", "MM", "MN", "MT", "MY")
        .contains("NE", "NG", "NP", "NZ", "OM", "PE", "PH", "RW", "SI", "SN", "SS", "TD", "TH")
        .contains("TJ", "TM", "TN", "UG", "VN", "XK", "YU", "ZA", "ZW")
        .hasSizeGreaterThan(150);
  }

  private static String found(String text, String language) {
    return CountryFinder.standard().find("", text, language).countries().stream()
        .map(Country::code)
        .sorted()
        .collect(joining(" "));
  }

  private static String sorted(String codes) {
    return java.util.Arrays.stream(codes.split(" ")).sorted().collect(joining(" "));
  }
}
