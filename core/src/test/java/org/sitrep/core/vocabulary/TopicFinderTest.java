package org.sitrep.core.vocabulary;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFinderTest {
  private static final TopicFinder FINDER = TopicFinder.standard();
  private static final String LONG_TAIL =
      "\n\n" + "The minister spoke of many other things that day. ".repeat(30);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Army orders new howitzers                                  | artillery
          Parliament agrees to ammunition package                    | ammunition
          Navy launches third frigate at Odesa shipyard              | naval-forces shipbuilding
          Ministers sign co-production accord for drones             | joint-production drones
          New S-400 regiment takes up duty                           | air-defence
          NATO ministers talk about the defence budget               | nato budget
          Hackers attack the rail network                            | cyber
          Prisoners of war come home after a prisoner exchange       | prisoners-of-war
          Sanctions against arms makers extended                     | sanctions defence-industry
          Sappers clear landmines from fields                        | mines-demining military-engineering
          Hypersonic glide vehicle flies for the first time          | hypersonic-weapons
          Peacekeepers watch the ceasefire                           | peacekeeping peace-talks
          Submarines leave for the Arctic                            | submarines arctic
          Special forces free the hostages                           | special-forces hostages
          Paratroopers jump in a joint military exercise             | airborne exercises
          """)
  void takes_the_topics_that_a_headline_names(String title, String ids) {
    assertThat(sorted(FINDER.find(title, ""))).isEqualTo(sorted(ids));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Defense spending grows     | budget
          Defence spending grows     | budget
          Armored vehicles arrive    | armour
          Armoured vehicles arrive   | armour
          A license-built fighter    | joint-production
          A license-built jet engine | joint-production aircraft-engines
          General mobilization       | mobilisation
          General mobilisation       | mobilisation
          The intelligence agency    | intelligence
          The intelligence agencies  | intelligence
          """)
  void reads_british_and_american_spelling_and_plurals(String title, String ids) {
    assertThat(sorted(FINDER.find(title, ""))).isEqualTo(sorted(ids));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sam and his friends met at noon",
        "An ew sound is heard",
        "A think tank wrote a report",
        "The fuel tanks of the car are empty",
        "He took the train to the coast",
        "A new restaurant opens",
        ""
      })
  void takes_none_from_words_that_only_look_like_one(String title) {
    assertThat(FINDER.find(title, "").topics()).isEmpty();
  }

  @Test
  void takes_no_topic_from_one_word_in_passing() {
    String body = "The mayor opened a school." + LONG_TAIL + "A drone flew over it." + LONG_TAIL;
    assertThat(FINDER.find("Mayor opens a school", body).topics()).isEmpty();
  }

  @Test
  void takes_a_topic_that_the_lead_names_and_the_body_repeats() {
    String body = "A drone crossed the river." + LONG_TAIL + "The drones were shot at.";
    assertThat(sorted(FINDER.find("", body))).isEqualTo("drones");
  }

  @Test
  void takes_a_topic_that_a_body_names_again_and_again() {
    String body = "The mayor spoke first." + LONG_TAIL + "Drones. More drones. A drone.";
    assertThat(sorted(FINDER.find("", body))).isEqualTo("drones");
  }

  @Test
  void counts_hints_only_beside_a_phrase() {
    String hints = "The tank is full. A tank leaks. Another tank is empty.";
    assertThat(FINDER.find("", hints).topics()).isEmpty();
    String body = "Main battle tanks came first." + LONG_TAIL + "One tank stopped.";
    assertThat(sorted(FINDER.find("", body))).isEqualTo("armour");
  }

  @Test
  void ranks_title_before_lead_before_body() {
    String body =
        "Artillery and more artillery was seen." + LONG_TAIL + "Drones, drones, drones, drones.";
    assertThat(FINDER.find("Submarine sails", body).topics())
        .extracting(Topic::id)
        .containsExactly("submarines", "artillery", "drones");
  }

  @Test
  void gives_the_spans_of_its_evidence() {
    String title = "Drone shot down";
    String body = "The UAV fell into a lake. Two UAVs got away.";
    TopicMentions found = FINDER.find(title, body);
    Topic drones = FINDER.topic("drones").orElseThrow();
    assertThat(found.evidence(drones))
        .containsExactly(
            new TopicMention(drones, Zone.TITLE, 0, 5, "Drone"),
            new TopicMention(drones, Zone.BODY, 4, 7, "UAV"),
            new TopicMention(drones, Zone.BODY, 30, 34, "UAVs"));
    assertThat(found.evidence()).allMatch(m -> found.topics().contains(m.topic()));
  }

  @Test
  @SuppressWarnings("NullAway") // what happens where a caller breaks the rule
  void refuses_null() {
    assertThatNullPointerException().isThrownBy(() -> FINDER.find(null, "")).withMessage("title");
    assertThatNullPointerException().isThrownBy(() -> FINDER.find("", null)).withMessage("body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"drone ", "air ", "S-400 ", "A.", "improvised explosive ", "'", " \n"})
  void takes_time_linear_in_a_long_line(String unit) {
    String body = unit.repeat(5_000_000 / unit.length());
    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> FINDER.find(unit, body));
  }

  @Test
  void reads_random_characters_without_harm() {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    List<String> words = List.of("drone", "NATO", "EW", ",", "'s", ".", "\ud800", "\u0000", "Navy");
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(
            random.nextBoolean()
                ? words.get(random.nextInt(words.size()))
                : String.valueOf((char) random.nextInt(0x10000)));
        text.append(random.nextInt(3) == 0 ? "" : " ");
      }
      String body = text.toString();
      for (TopicMention mention : FINDER.find(body, body).evidence()) {
        assertThat(body.substring(mention.start(), mention.end()))
            .as("-Dsitrep.seed=%d", seed)
            .isEqualTo(mention.text());
      }
    }
  }

  private static String sorted(TopicMentions found) {
    return found.topics().stream().map(Topic::id).sorted().collect(joining(" "));
  }

  private static String sorted(String ids) {
    return List.of(ids.split(" ")).stream().sorted().collect(joining(" "));
  }
}
