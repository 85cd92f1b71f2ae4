package org.sitrep.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UA               | UA
          ua               | UA
          ukraine          | UA
          UKRAINIAN        | UA
          Ukrainians       | UA
          burma            | MM
          Côte d'Ivoire    | CI
          cote d'ivoire    | CI
          Côte d’Ivoire    | CI
          ivory coast      | CI
          uk               | GB
          u.k.             | GB
          england          | GB
          USA              | US
          us               | US
          u.s.             | US
          america          | US
          türkiye          | TR
          turkey           | TR
          georgia          | GE
          congo            | CD
          korea            | KR
          north korean     | KP
          soviet           | SU
          english          | GB
          Saudi   Arabia   | SA
          st lucia         | LC
          """)
  void is_named_by_code_name_or_adjective(String words, String code) {
    assertThat(Country.named(words)).map(Country::code).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "atlantis", "kyiv", "texas", "nato", "eu", "-", "zz"})
  void is_not_named_by_anything_else(String words) {
    assertThat(Country.named(words)).isEmpty();
  }

  @Test
  void is_named_by_the_iso_code_of_three_letters() {
    for (String code : Locale.getISOCountries()) {
      String three = Locale.of("", code).getISO3Country();
      assertThat(Country.named(three)).as(three).isEqualTo(Country.ofCode(code));
    }
    assertThat(Country.named("ukr")).map(Country::code).contains("UA");
  }

  @Test
  void is_named_by_the_iso_code_of_three_digits() {
    assertThat(Country.named("643")).map(Country::code).contains("RU");
    assertThat(Country.named("804")).map(Country::code).contains("UA");
    assertThat(Country.named("008")).map(Country::code).contains("AL");
    assertThat(Country.named("8")).isEmpty();
    assertThat(Country.named("999")).isEmpty();
    for (String code : Locale.getISOCountries()) {
      assertThat(CountryNumbers.CODES).contains(code);
    }
  }

  @Test
  void begins_by_few_letters_of_its_label_and_by_three_or_all_of_another_name() {
    assertThat(beginning("ta"))
        .containsExactly("Taiwan=Taiwan", "Tajikistan=Tajikistan", "Tanzania=Tanzania");
    assertThat(beginning("tata")).containsExactly("Russia=Tatar");
    assertThat(beginning("arab")).contains("United Arab Emirates=United Arab Emirates");
    assertThat(beginning("BUR")).contains("Myanmar=Burma", "Burundi=Burundi");
    assertThat(beginning("u.k.")).contains("United Kingdom=UK", "Ukraine=Ukraine");
    assertThat(beginning("of")).noneMatch(name -> name.contains("Islamic"));
    assertThat(beginning(" ")).isEmpty();
    assertThat(beginning("\u0440\u043e\u0441\u0441"))
        .contains("Russia=\u0420\u043e\u0441\u0441\u0438\u044f");
    assertThat(beginning("allema")).contains("Germany=Allemagne");
    assertThat(beginning("niederl")).contains("Netherlands=Niederlande");
    assertThat(beginning("alle")).doesNotContain("Germany=Allemagne");
  }

  private static List<String> beginning(String start) {
    return Country.beginning(start).entrySet().stream()
        .map(entry -> entry.getKey().label() + "=" + entry.getValue())
        .toList();
  }

  @Test
  void has_one_label_in_english_and_the_jdks_in_other_languages() {
    Country ukraine = Country.ofCode("ua").orElseThrow();
    assertThat(ukraine.label()).isEqualTo("Ukraine");
    assertThat(ukraine.label(Locale.UK)).isEqualTo("Ukraine");
    assertThat(ukraine.label(Locale.ITALIAN)).isEqualTo("Ucraina");
    assertThat(Country.ofCode("KR").orElseThrow().label(Locale.ENGLISH)).isEqualTo("South Korea");
  }

  @Test
  void is_the_same_instance_for_the_same_code() {
    assertThat(Country.ofCode("de")).containsSame(Country.named("german").orElseThrow());
    assertThat(Country.ofCode("XX")).isEmpty();
  }

  @Test
  void lists_all_in_the_order_of_their_labels() {
    assertThat(Country.all()).extracting(Country::label).isSorted().contains("Kosovo", "Ukraine");
  }
}
