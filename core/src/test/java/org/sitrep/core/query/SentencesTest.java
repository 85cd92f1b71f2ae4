package org.sitrep.core.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pasted sentences are read, and what is still a query. */
class SentencesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          The ministry says it will NOT buy more tanks. The army wants them all the same. | The ministry says it will buy more tanks The army wants them all the same | 26 | NOT stands in a sentence: left out
          Talks on wheat with the United States, Russia AND Canada go on in Rome today. | Talks on wheat with the United States Russia Canada go on in Rome today | 46 | AND stands in a sentence: left out
          The convoy left at dawn -nobody saw it go. The escort followed later that day. | The convoy left at dawn nobody saw it go The escort followed later that day | 24 | minus stands in a sentence: left out
          Source: the two frigates left the harbour on Monday. Nobody knows where they are bound. | Source the two frigates left the harbour on Monday Nobody knows where they are bound | 0 | 'Source:' stands in a sentence: read as word
          Did the brigade cross the river? Nobody would say so on the record that day | Did the brigade cross the river Nobody would say so on the record that day | 26 | question mark stands in a sentence: read as punctuation
          The hotels are under threat *worldwide* and nobody says so. They should say more. | The hotels are under threat worldwide and nobody says so They should say more | 28 | star stands in a sentence: read as punctuation
          The minister said: “We will not pay for what we did not order.” Then he left. | The minister said We will not pay for what we did not order Then he left | 19 | a quotation stands in a sentence: read as words
          """)
  void reads_sentences_without_the_signs_of_the_language(
      String typed, String read, int offset, String said) {
    ParsedQuery parsed = Query.parse(typed);
    assertThat(parsed.canonical()).isEqualTo(read);
    assertThat(parsed.repairs())
        .singleElement()
        .satisfies(repair -> assertThat(repair.message()).isEqualTo(said))
        .satisfies(repair -> assertThat(repair.offset()).isEqualTo(offset));
    assertThatThrownBy(() -> Query.parseStrict(typed)).isInstanceOf(QuerySyntaxException.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          drone, uav, radar, sonar, missile, tank, jet, ship, shell, gun, mine, boat NOT russia | drone uav radar sonar missile tank jet ship shell gun mine boat -russia
          U.S. Navy ships in the Red Sea since the war began there NOT Iran             | U.S Navy ships in the Red Sea since the war began there -Iran
          They will NOT go. They stay.                                                  | They will -go They stay
          Ships left the harbour today. They may (or may) NOT (come back) tag:navy soon | Ships left the harbour today They may (or may) -(come back) tag:navy soon
          The army said a "joint task force" had come. Nobody would say from where it came. | The army said a "joint task force" had come Nobody would say from where it came
          """)
  void reads_all_else_as_a_query(String typed, String read) {
    ParsedQuery parsed = Query.parse(typed);
    assertThat(parsed.canonical()).isEqualTo(read);
    assertThat(parsed.repairs()).isEmpty();
  }

  @Test
  void leaves_what_is_printed_as_it_is() {
    Query.Phrase phrase =
        new Query.Phrase(Field.TEXT, "It came. It saw. It won. And then it went home.", 0);
    Query query = new Query.And(java.util.List.of(phrase, new Query.Not(phrase)));
    assertThat(Query.parse(query.print()).query()).isEqualTo(query);
    assertThat(Query.parse(query.print()).repairs()).isEmpty();
  }
}
