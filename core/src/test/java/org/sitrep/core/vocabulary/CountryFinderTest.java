package org.sitrep.core.vocabulary;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.core.vocabulary.CountryMention.Kind;

class CountryFinderTest {
  private static final CountryFinder FINDER = CountryFinder.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ukraine signed the contract on Monday.                     | UA
          Ukrainian crews trained with Danish and Dutch instructors. | UA DK NL
          The Briton met two Poles and a Finn.                       | GB PL FI
          Kyiv and Kiev are spellings of one name.                   | UA
          The Kremlin denied what the Pentagon had said.             | RU US
          Whitehall waited for an answer from Beijing.               | GB CN
          A ship left Odesa for Istanbul.                            | UA TR
          They flew over Gaza and Hong Kong.                         | PS HK
          Burma is called Myanmar.                                   | MM
          Holland bought guns in Türkiye.                            | NL TR
          A delegation of the DPRK and one of the ROK arrived.       | KP KR
          Czechoslovakia, East Germany and Yugoslavia are no more.   | CS DD YU
          The USSR and the PRC fell out.                             | SU CN
          Kosovo and Serbia talked.                                  | XK RS
          Sana'a and Sana’a are written in two ways.                 | YE
          Ivory Coast is Côte d’Ivoire.                              | CI
          Burkina Faso, Mali and Niger left the bloc.                | BF ML NE
          """)
  void finds_names_adjectives_capitals_and_metonyms(String text, String codes) {
    assertThat(sorted(text)).isEqualTo(sorted(expected(codes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Forces from the U.S. and the U.K. took part.          | US GB
          A U.S.-led mission took over.                         | US
          The US-led mission ended.                             | US
          The Russia-Ukraine war goes on.                       | RU UA
          An EU–Ukraine task force met.                         | UA
          Ukraine's and Poland’s ministers spoke.               | UA PL
          All the Emirates' pilots returned.                    | AE
          Saudi\u00a0Arabia and the United  Kingdom signed.     | SA GB
          Soft hy\u00adphens in Ger\u00admany and Po\u00adland. | DE PL
          Co\u0302te d'Ivoire bought trucks.                    | CI
          UKRAINE AND POLAND SIGN ACCORD                        | UA PL
          """)
  void reads_possessives_dots_hyphens_and_odd_spaces(String text, String codes) {
    assertThat(sorted(text)).isEqualTo(sorted(expected(codes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          They asked us to wait and gave us bread.             | none
          He cooked a turkey and set out the china.            | none
          Turkey closed the straits.                           | TR
          Please polish the boots.                             | none
          Polish engineers came.                               | PL
          The guinea pig escaped.                              | none
          The soldiers may march in May.                       | none
          GIVE US TIME SAID THE MINISTER OF DEFENCE            | none
          US CATTLE SALES FALL SHARPLY                         | US
          THE US ARMY ORDERED NEW TRUCKS                       | US
          """)
  void minds_the_case_of_words_that_are_names_only_with_a_capital(String text, String codes) {
    assertThat(sorted(text)).isEqualTo(sorted(expected(codes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Jordan Smith runs the plant.                              | none
          Michael Jordan spoke to cadets.                           | none
          Jordan sent two aircraft to Aqaba.                        | JO
          The Jordan Armed Forces took part.                        | JO
          Chad Miller wrote the report.                             | none
          Troops reached Chad from the north.                       | TD
          George Washington crossed the river.                      | none
          Washington approved the sale.                             | US
          Mr. Holland declined to answer.                           | none
          Paris Hilton visited the base.                            | none
          The talks in Paris failed.                                | FR
          The ambassador spoke of glass and assets.                 | none
          Albany is a town; Romance is a book.                      | US
          Write to press@ukraine.example or visit www.poland.org.   | none
          The file lies under /india/maps.                          | none
          Follow @Ukraine for more.                                 | none
          Air France bought engines from Deutsche Bank.             | none
          The Moscow Times and the Jerusalem Post reported it.      | none
          """)
  void leaves_out_persons_companies_papers_and_addresses(String text, String codes) {
    assertThat(sorted(text)).isEqualTo(sorted(expected(codes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          She speaks French and writes Spanish.                | none
          The notice is in German.                             | none
          A Russian dictionary lay there.                      | none
          An English-language paper closed.                    | none
          French fries and a German shepherd.                  | none
          A frigate crossed the South China Sea.               | none
          The Islamic Movement of Uzbekistan hid there.        | none
          The Islamic State of Iraq and Syria claimed it.      | none
          Patrols in the Gulf of Mexico and the Indian Ocean.  | none
          Leaders of Latin America and South American generals.| none
          The Warsaw Pact and the Geneva Conventions.          | none
          NATO, the EU, the UN and the JEF met.                | none
          He lived on Dublin Road.                             | none
          The bill was US$500.                                 | none
          """)
  void leaves_out_languages_dishes_waters_and_treaties(String text, String codes) {
    assertThat(sorted(text)).isEqualTo(sorted(expected(codes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Georgia held drills near Tbilisi with Armenia.            | GE AM
          Troops left Savannah, Georgia, for training in Alabama.   | US
          Russia and Georgia fought over South Ossetia.             | RU GE
          He moved from Macon, Georgia, to Ohio and then to Texas.  | US
          They met in Athens, Greece.                               | GR
          A fire broke out in Athens, Texas.                        | US
          The school board of Paris, Ky., met.                      | US
          A flood hit Moscow, Idaho, overnight.                     | US
          Officials of North Korea met in Pyongyang; Korea is cold. | KP
          Korea exports tanks.                                      | KR
          Congo asked for help.                                     | CD
          Brazzaville said Congo would vote.                        | CG
          Papua New Guinea, Guinea-Bissau and Equatorial Guinea.    | PG GW GQ
          Guinea borders Mali.                                      | GN ML
          Nigeria is not Niger.                                     | NG NE
          Northern Ireland voted.                                   | GB
          Ireland voted.                                            | IE
          New Mexico and New England; New Jersey too.               | US
          American Samoa has a port.                                | AS
          South Sudan and Sudan share a border.                     | SS SD
          The Republic of China is not the People's Republic of China. | TW CN
          """)
  void tells_countries_of_one_name_apart(String text, String codes) {
    assertThat(sorted(text)).isEqualTo(sorted(expected(codes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The trucks go to Jordan. Michael Jordan, a spokesman, said so.   | JO
          Michael Jordan spoke. Jordan scored often. Jordan smiled.        | none
          Michael Jordan, a spokesman, said the guns are for Jordan.       | JO
          Chad Miller wrote it. He served in Chad.                         | TD
          Michael Jordan wrote that Jordan's army is small.                | JO
          Moscow accused Washington. She is at the University of Moscow, Idaho. | RU US
          A fire in Ireland, Indiana, killed two.                          | US
          The mayor of Lebanon, Ohio.                                      | US
          Offices in Ireland, Indiana and Ohio closed.                     | IE US
          Turkey Hill Defense won the order.                               | none
          Poland Spring bottles water. Cuba Holdings lost money.           | none
          The Bundeswehr and the Bundestag disagreed with the Knesset.     | DE IL
          """)
  void lets_a_surname_or_a_town_veto_only_its_own_mentions(String text, String codes) {
    assertThat(sorted(text)).isEqualTo(sorted(expected(codes)));
  }

  @Test
  void keeps_a_country_before_a_verb_of_a_headline_in_title_case() {
    assertThat(FINDER.find("China Springs Surprise With New Destroyer", "").countries())
        .extracting(Country::code)
        .containsExactly("CN");
  }

  @Test
  void keeps_a_headline_that_names_the_country_before_a_person_of_that_name_appears() {
    CountryMentions mentions =
        FINDER.find(
            "Patriot battery for Jordan",
            "The battery will go to Jordan, the Pentagon said. Michael Jordan, a spokesman, said"
                + " the crews are ready. Jordan gave no date.");
    assertThat(mentions.about().stream().map(Country::code)).containsExactly("JO");
    assertThat(mentions.evidence(Country.ofCode("JO").orElseThrow())).hasSize(2);
  }

  @Test
  void puts_what_is_named_most_before_what_the_lead_names_once() {
    String body =
        "A buyer from Norway came to the fair on Monday, and the hall was full of people who had"
            + " read of the new truck in the papers.\n\n"
            + "The Bundeswehr wants it. The Bundestag agrees. Berlin pays. German crews train.";
    CountryMentions mentions = FINDER.find("New truck shown", body);
    assertThat(mentions.countries().stream().map(Country::code)).containsExactly("DE", "NO");
    assertThat(mentions.about().stream().map(Country::code)).containsExactly("DE");
  }

  @Test
  void
      is_about_the_first_country_where_no_rule_gives_one_and_about_none_from_one_word_in_passing() {
    String tail = "\n\n" + "The mayor spoke of other things. ".repeat(20);
    String start = "The mayor opened a school with a long speech that nobody heard to its end.";
    assertThat(FINDER.find("", start + tail + "Norway. Sweden. Sweden.").about())
        .extracting(Country::code)
        .containsExactly("SE");
    assertThat(FINDER.find("", start + tail + "Norway.").about()).isEmpty();
  }

  @Test
  void ranks_by_title_then_lead_then_frequency_then_place() {
    CountryMentions mentions =
        FINDER.find(
            "Poland orders howitzers",
            """
            The contract with South Korea was signed in spring, the ministry said after long talks \
            that had begun the year before and had stalled more than once.

            Norway had bid. Germany had bid too, and Germany lost.\
            """);
    assertThat(mentions.countries().stream().map(Country::code))
        .containsExactly("PL", "KR", "DE", "NO");
  }

  @Test
  void is_about_what_the_title_names_or_the_body_names_again_and_again() {
    CountryMentions mentions =
        FINDER.find(
            "Poland orders howitzers",
            """
            The ministry said that the contract was signed in spring after long talks that had \
            begun the year before and had stalled more than once over the price.

            Seoul was pleased. South Korea will deliver in summer. Korean crews will train there. \
            Norway had bid.\
            """);
    assertThat(mentions.about().stream().map(Country::code)).containsExactly("PL", "KR");
  }

  @Test
  void gives_the_zone_the_span_and_the_kind_of_every_mention() {
    String title = "Danish aid";
    String body = "The U.S. and Kyiv agreed.";
    CountryMentions mentions = FINDER.find(title, body);
    assertThat(mentions.evidence())
        .extracting(m -> m.country().code(), CountryMention::zone, CountryMention::kind)
        .containsExactly(
            tuple("DK", Zone.TITLE, Kind.ADJECTIVE),
            tuple("US", Zone.BODY, Kind.NAME),
            tuple("UA", Zone.BODY, Kind.CAPITAL));
    for (CountryMention mention : mentions.evidence()) {
      String zone = mention.zone() == Zone.TITLE ? title : body;
      assertThat(zone.substring(mention.start(), mention.end())).isEqualTo(mention.text());
    }
    assertThat(mentions.evidence(Country.ofCode("US").orElseThrow()))
        .extracting(CountryMention::text)
        .containsExactly("U.S.");
  }

  @Test
  void names_nothing_in_an_empty_article() {
    CountryMentions mentions = FINDER.find("", "");
    assertThat(mentions.countries()).isEmpty();
    assertThat(mentions.about()).isEmpty();
    assertThat(mentions.evidence()).isEmpty();
  }

  @SuppressWarnings("NullAway") // what happens where a caller breaks the rule
  @Test
  void refuses_null() {
    assertThatNullPointerException().isThrownBy(() -> FINDER.find(null, "")).withMessage("title");
    assertThatNullPointerException().isThrownBy(() -> FINDER.find("", null)).withMessage("body");
  }

  private static String[] expected(String codes) {
    return codes.equals("none") ? new String[0] : codes.split(" ");
  }

  private static String sorted(String text) {
    return sorted(
        FINDER.find("", text).countries().stream().map(Country::code).toArray(String[]::new));
  }

  private static String sorted(String[] codes) {
    return Arrays.stream(codes).sorted().collect(joining(" "));
  }
}
