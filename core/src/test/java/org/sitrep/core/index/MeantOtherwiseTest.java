package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.article.Facet;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.NothingFound;
import org.sitrep.core.search.NothingFound.Change;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.SearchResults;

/** What a query that finds nothing may have been meant to ask. */
class MeantOtherwiseTest {
  private final ArticleIndex index = ArticleIndex.inMemory();

  @BeforeEach
  void put() throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(
          Article.builder("wire/2024/harbour-frigate.html")
              .title("The navy orders F-16C jets and Su-30MKI spares")
              .body("Drones of the task force watch the harbour of Odesa.")
              .topics(List.of("naval-forces"))
              .tags("Shipbuilding")
              .sections("Sea Power")
              .source("Harbour Post")
              .language("en")
              .url("https://www.harbour-post.example/sea/frigate?utm=1")
              .build());
      writer.put(
          Article.builder("https://press.example/a/7")
              .title("Tank brigade on exercise")
              .body("The T-72B fired shells. Shells were short.")
              .authors("Olena Marchenko")
              .language("de")
              .build());
      writer.commit();
    }
  }

  @AfterEach
  void close() {
    index.close();
  }

  private NothingFound help(SearchRequest request) throws IOException {
    SearchResults results = index.search(request);
    assertThat(results.total()).isZero();
    NothingFound help = results.nothingFound().orElseThrow();
    NothingFoundTest.assertTrue(index, help);
    return help;
  }

  private NothingFound help(String typed) throws IOException {
    return help(SearchRequest.of(Query.parse(typed)));
  }

  private static List<String> shown(List<Change> changes) {
    return changes.stream().map(change -> change.text() + " " + change.total()).toList();
  }

  private List<String> meant(String typed) throws IOException {
    return shown(help(typed).meant());
  }

  private List<String> looser(String typed) throws IOException {
    return shown(help(typed).phrases());
  }

  @Test
  void a_value_is_looked_for_in_the_other_fields() throws IOException {
    assertThat(meant("topic:navy")).containsExactly("topic:naval-forces 1", "navy 1");
    assertThat(meant("topic:shipbuilding")).contains("tag:shipbuilding 1");
    assertThat(meant("tag:\"harbour post\"")).containsExactly("source:\"harbour post\" 1");
    assertThat(meant("source:marchenko")).containsExactly("author:marchenko 1");
    assertThat(meant("author:=\"sea power\" drones"))
        .containsExactly("section:\"sea power\" drones 1");
    assertThat(meant("subject:shipbuilding")).contains("tag:shipbuilding 1");
    assertThat(meant("tag:xqzzyq")).isEmpty();
  }

  @Test
  void words_that_no_title_or_body_has_are_looked_for_in_the_whole_text() throws IOException {
    assertThat(meant("title:odesa")).containsExactly("odesa 1");
    assertThat(meant("title:\"task force\" drones")).containsExactly("\"task force\" drones 1");
    assertThat(meant("body:spares")).containsExactly("spares 1");
    assertThat(meant("title:odes*")).containsExactly("odes* 1");
    assertThat(meant("title:(navy odesa)")).containsExactly("title:navy odesa 1");
    assertThat(meant("title:xqzzyq")).isEmpty();
  }

  @Test
  void words_joined_by_punctuation_are_looked_for_apart() throws IOException {
    assertThat(looser("navy,odesa")).containsExactly("navy odesa 1");
    assertThat(looser("drones;odesa;harbour")).containsExactly("drones odesa harbour 1");
    assertThat(looser("navy+odesa")).containsExactly("navy odesa 1");
    assertThat(looser("navy/F-16C")).containsExactly("navy F-16C 1");
    assertThat(looser("task_force")).containsExactly("task force 1");
    assertThat(looser("navy-odesa")).containsExactly("navy odesa 1");
    assertThat(looser("title:navy,orders,jets"))
        .containsExactly("title:navy title:orders title:jets 1");
    assertThat(looser("navy,orders jets xqzzyq")).isEmpty();
    assertThat(shown(help("odesa,brigade").together())).containsExactly("odesa brigade 2");
    assertThat(looser("\"odesa navy\" orders,jets")).contains("(odesa navy) (orders jets) 1");
  }

  @Test
  void a_designation_is_looked_for_with_its_variants_and_without_its_own() throws IOException {
    assertThat(meant("F-16")).containsExactly("F-16* 1");
    assertThat(meant("su30 spares")).containsExactly("su30* spares 1");
    assertThat(meant("T-72B3")).containsExactly("T-72B 1");
    assertThat(meant("F-16CJ")).containsExactly("F-16C 1");
    assertThat(meant("F-16D")).containsExactly("F-16* 1");
    assertThat(meant("F-17")).isEmpty();
    assertThat(meant("shipb")).isEmpty();
    assertThat(meant("exerc")).containsExactly("exerc* 1");
    assertThat(meant("harbou")).isEmpty(); // a spelling is offered
  }

  @Test
  void an_acronym_in_small_letters_is_looked_for_with_its_capitals() throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(
          Article.builder("talks")
              .title("The United States and the United Kingdom signed a treaty")
              .body("A minister said so, and the Ministry of Defence agreed.")
              .language("en")
              .build());
      writer.put(Article.builder("us").title("They told us about it").language("en").build());
      writer.commit();
    }
    assertThat(meant("usa")).containsExactly("USA 1");
    assertThat(meant("uk")).containsExactly("UK 1");
    assertThat(meant("mod")).containsExactly("MoD 1");
    assertThat(meant("title:uk treaty")).containsExactly("title:UK treaty 1");
    assertThat(meant("usa uk treaty")).containsExactly("USA UK treaty 1");
    assertThat(meant("us signed treaty")).containsExactly("US signed treaty 1");
    assertThat(meant("us uk treaty")).containsExactly("US UK treaty 1");
    assertThat(meant("\"the uk signed\"")).containsExactly("\"the UK signed\" 1");
    assertThat(meant("uk xqzzyq")).isEmpty();
    assertThat(meant("usaf")).isEmpty();
  }

  @Test
  void an_address_or_a_path_is_looked_for_among_the_ids() throws IOException {
    String id = "id:wire/2024/harbour-frigate.html 1";
    assertThat(meant("https://news.example/wire/2024/harbour-frigate.html")).containsExactly(id);
    assertThat(meant("/home/me/wire/2024/harbour-frigate.html")).containsExactly(id);
    assertThat(meant("2024/harbour-frigate.html")).containsExactly(id);
    assertThat(meant("C:\\pages\\harbour-frigate.htm")).containsExactly(id);
    assertThat(meant("https://harbour-post.example/sea/frigate/#top")).containsExactly(id);
    assertThat(meant("id:harbour-frigate.html")).containsExactly(id);
    assertThat(meant("url:harbour-frigate.html")).containsExactly(id);
    assertThat(meant("http://press.example/a/7?x=1"))
        .containsExactly("id:https://press.example/a/7 1");
    assertThat(meant("https://news.example/none.html")).isEmpty();
    assertThat(help("https://news.example/wire/2024/harbour-frigate.html").spellings()).isEmpty();
  }

  @Test
  void words_in_small_letters_are_tried_as_operators() throws IOException {
    assertThat(meant("frigates or brigade")).contains("frigates OR brigade 1");
    assertThat(meant("odesa harbour or tank brigade"))
        .contains("(odesa harbour) OR (tank brigade) 2");
    assertThat(meant("tank and shells")).containsExactly("tank AND shells 1");
    assertThat(meant("harbour not brigade")).containsExactly("harbour -brigade 1");
    assertThat(meant("harbour but not brigade")).containsExactly("harbour -brigade 1");
    assertThat(meant("harbour and not brigade")).containsExactly("harbour -brigade 1");
    assertThat(meant("odesa or brigade lang:de")).containsExactly("(odesa OR brigade) lang:de 1");
    assertThat(meant("odesa oder brigade")).containsExactly("odesa OR brigade 2");
  }

  @Test
  void says_what_is_asked_for_and_excluded_at_once() throws IOException {
    assertThat(help("shells -shell").contradictions()).containsExactly("shell");
    assertThat(help("shells without shells").contradictions()).containsExactly("shells");
    assertThat(help("\"task force\" -(task OR tank)").contradictions()).containsExactly("task");
    assertThat(help("title:brigade -brigade").contradictions()).containsExactly("brigade");
    assertThat(help("country:ukraine -country:UA").contradictions()).containsExactly("country:UA");
    assertThat(help("shells -shell*").contradictions()).containsExactly("shell*");
    assertThat(help("brigade -title:brigade").contradictions()).isEmpty();
    assertThat(help("navy brigade -odesa").contradictions()).isEmpty();
    assertThat(
            help(SearchRequest.of(Query.parse("-tag:shipbuilding"))
                    .select(Facet.TAG, "Shipbuilding"))
                .contradictions())
        .containsExactly("tag:shipbuilding");
    assertThat(
            help(SearchRequest.of(Query.parse("country:UA"))
                    .select(Facet.DATE, "2024")
                    .exclude(Facet.COUNTRY, "UA", "NZ"))
                .contradictions())
        .containsExactly("country:UA");
  }

  @Test
  void what_other_words_of_the_same_name_mean_is_excluded_too() throws IOException {
    assertThat(help("shooting Kyiv -Kiev").contradictions()).containsExactly("Kiev");
    assertThat(help("F16 -F-16").contradictions()).containsExactly("F-16");
    assertThat(help("F-16 -F-16C").contradictions()).isEmpty();
  }

  @Test
  void names_the_values_of_a_dimension_that_has_few() throws IOException {
    assertThat(shown(help("lang:xx").choices())).containsExactly("lang:de 1", "lang:en 1");
    assertThat(help("lang:it").spellings()).isEmpty(); // no language of the country of that code
    assertThat(shown(help("lang:fr shells").choices())).containsExactly("lang:de 1");
    assertThat(shown(help("source:xqzzyq").choices()))
        .containsExactly("source:=\"harbour post\" 1");
    assertThat(
            shown(help(SearchRequest.of(new Query.All()).select(Facet.LANGUAGE, "xx")).choices()))
        .containsExactly("lang:de 1", "lang:en 1");
    assertThat(help("source:harbuor").choices()).isEmpty(); // a spelling is offered
  }
}
