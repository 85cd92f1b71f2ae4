package org.sitrep.core.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sitrep.core.article.Article;
import org.sitrep.core.query.Query;
import org.sitrep.core.search.SearchRequest;
import org.sitrep.core.search.Suggestion;

/** What is suggested while a person types. */
class SuggestionsTest {
  private static final int MOST_ASKED = 50;

  private final ArticleIndex index = ArticleIndex.inMemory();

  @BeforeEach
  void put() throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      writer.put(
          Article.builder("1")
              .title("NATO procures drones")
              .body("The alliance procures drones. Commissioner Kubilius said NATO will procure.")
              .countries("GB", "KE")
              .about("GB")
              .tags("Procurement", "Joint Task Force")
              .topics(List.of("drones"))
              .authors("Jane Kubin")
              .source("Kyiv Post")
              .language("en")
              .build());
      writer.put(
          Article.builder("2")
              .title("Procurement in the United Kingdom")
              .body("Ministers said that procurement is slow. In Gdańsk procurement is fast.")
              .countries("GB", "PL")
              .tags("procurement")
              .language("en")
              .build());
      writer.put(Article.builder("gone").title("proconsul").tags("Profiteering").build());
      writer.commit();
    }
    try (ArticleWriter writer = index.newWriter()) {
      writer.delete("gone");
      writer.commit();
    }
  }

  @AfterEach
  void close() {
    index.close();
  }

  private void put(Article... articles) throws IOException {
    try (ArticleWriter writer = index.newWriter()) {
      for (Article article : articles) {
        writer.put(article);
      }
      writer.commit();
    }
  }

  private List<String> suggested(String text) throws IOException {
    return index.suggest(text, 10).stream()
        .map(s -> s.kind() + " " + s.label() + " " + s.articles())
        .toList();
  }

  /** The text with a suggestion put in. */
  private static String taken(String text, Suggestion suggestion) {
    assertThat(suggestion.replaced().end()).isEqualTo(text.length());
    return text.substring(0, suggestion.replaced().start()) + suggestion.query();
  }

  @Test
  void suggests_words_as_they_are_written_and_never_stems() throws IOException {
    assertThat(suggested("the proc"))
        .containsExactlyInAnyOrder(
            "TAG Procurement 2", "WORD procurement 2", "WORD procure 2", "WORD procures 2");
    assertThat(suggested("nat")).containsExactly("WORD NATO 1");
    assertThat(suggested("GDA")).containsExactly("WORD Gdańsk 1");
    assertThat(suggested("gdań")).containsExactly("WORD Gdańsk 1");
  }

  @Test
  void suggests_values_by_several_words() throws IOException {
    String typed = "drones united k";
    List<Suggestion> found = index.suggest(typed, 10);

    assertThat(found.getFirst())
        .returns(Suggestion.Kind.COUNTRY, Suggestion::kind)
        .returns("United Kingdom", Suggestion::label)
        .returns(2L, Suggestion::articles);
    assertThat(taken(typed, found.getFirst())).isEqualTo("drones country:GB");
    assertThat(suggested("united k"))
        .contains("COUNTRY Kenya 1", "SOURCE Kyiv Post 1", "WORD Kubilius 1");
    assertThat(taken("\"joint ta", index.suggest("\"joint ta", 1).getFirst()))
        .isEqualTo("tag:\"joint task force\"");
  }

  @Test
  void suggests_what_the_named_field_has() throws IOException {
    assertThat(suggested("x tag:pro")).containsExactly("TAG Procurement 2");
    assertThat(suggested("-tag:\"joint t")).containsExactly("TAG Joint Task Force 1");
    assertThat(suggested("country:brit")).containsExactly("COUNTRY United Kingdom 2");
    assertThat(suggested("about:")).containsExactly("ABOUT United Kingdom 1");
    assertThat(suggested("lang:e")).containsExactly("LANGUAGE English 2");
    assertThat(suggested("author:ku")).containsExactly("AUTHOR Jane Kubin 1");
    assertThat(suggested("title:proc")).containsExactly("WORD Procurement 2", "WORD procures 2");
    assertThat(suggested("date:20")).isEmpty();
    assertThat(taken("(a OR tag:pro", index.suggest("(a OR tag:pro", 1).getFirst()))
        .isEqualTo("(a OR tag:procurement");
    assertThat(taken("title:nat", index.suggest("title:nat", 1).getFirst()))
        .isEqualTo("title:NATO");
  }

  @Test
  void says_by_which_name_a_country_was_found_and_takes_no_few_letters_of_one() throws IOException {
    put(Article.builder("3").title("Talks").countries("RU", "MM", "NL", "SO").build());

    assertThat(suggested("ta")).containsExactly("WORD Talks 1", "TAG Joint Task Force 1");
    assertThat(suggested("country:f")).isEmpty();
    assertThat(named("country:tat")).containsExactly("Russia (Tatar)");
    assertThat(named("country:bur")).containsExactly("Myanmar (Burma)");
    assertThat(named("country:brit"))
        .containsExactly("United Kingdom (Britain)", "Somalia (British Somaliland)");
    assertThat(named("country:DUTCH")).containsExactly("Netherlands (Dutch)");
    assertThat(named("country:uk")).containsExactly("United Kingdom (UK)");
    assertThat(named("country:niederlande")).containsExactly("Netherlands (niederlande)");
    assertThat(named("country:russ")).containsExactly("Russia");
    assertThat(named("lang:en")).containsExactly("English");
  }

  private List<String> named(String text) throws IOException {
    return index.suggest(text, 10).stream()
        .map(s -> s.label() + s.otherName().map(" (%s)"::formatted).orElse(""))
        .toList();
  }

  @Test
  void keeps_what_joins_or_excludes_a_value_that_is_taken() throws IOException {
    put(Article.builder("3").title("Talks").countries("RU", "IQ").build());

    for (String before :
        List.of(
            "drones -",
            "drones +",
            "drones !",
            "drones –",
            "drones OR -",
            "x AND ",
            "x || ",
            "x NOT ",
            "(drones OR -",
            "drones (",
            "-a -",
            "a OR NOT ")) {
      String typed = before + "ira";
      assertThat(taken(typed, index.suggest(typed, 10).getFirst()))
          .isEqualTo(before + "country:IQ");
      String several = before + "united k";
      assertThat(taken(several, index.suggest(several, 10).getFirst()))
          .isEqualTo(before + "country:GB");
    }
    assertThat(taken("drones !country:ira", index.suggest("drones !country:ira", 1).getFirst()))
        .isEqualTo("drones !country:IQ");
    assertThat(index.suggest("title:united k", 10))
        .allSatisfy(suggestion -> assertThat(suggestion.replaced().start()).isEqualTo(13));
    assertThat(index.suggest("-\"united k", 10))
        .extracting(suggestion -> taken("-\"united k", suggestion))
        .contains("-country:GB");
    assertThat(named("drones -ira")).contains("Iraq");
    assertThat(named("drones country:-ira")).doesNotContain("Iraq (Iraq)");
  }

  @Test
  void completes_a_whole_name_and_what_stands_in_the_brackets_of_a_field() throws IOException {
    for (String typed : List.of("author:=\"jane k", "author:=jan", "author:(\"jane k")) {
      Suggestion suggestion = index.suggest(typed, 10).getFirst();
      assertThat(suggestion.kind()).isEqualTo(Suggestion.Kind.AUTHOR);
      Query taken = Query.parse(taken(typed, suggestion)).query();
      assertThat(taken.print()).isEqualTo(suggestion.query());
    }
    assertThat(suggested("country:(ukraine OR po")).containsExactly("COUNTRY Poland 1");
    assertThat(suggested("country:(united k")).startsWith("COUNTRY United Kingdom 2");
    assertThat(suggested("tag:(a OR (b -\"joint t")).containsExactly("TAG Joint Task Force 1");
    assertThat(suggested("title:(nato OR proc"))
        .containsExactly("WORD Procurement 2", "WORD procures 2");
    assertThat(suggested("country:(pl OR ua) po")).doesNotContain("COUNTRY Portugal 0");
    String typed = "country:(ukraine OR po";
    assertThat(Query.parse(taken(typed, index.suggest(typed, 1).getFirst())).query().print())
        .isEqualTo("country:UA OR country:PL");
  }

  @Test
  void suggests_designations_as_they_are_written() throws IOException {
    put(
        Article.builder("3")
            .title("F-16 and F-16s, Su-35, T-72B3, F/A-18")
            .body("Type 45 frigates, Mk 41 cells and 155 mm guns. COVID-19 is an anti-tank thing.")
            .build());

    assertThat(suggested("f-1")).containsExactly("WORD F-16 1", "WORD F-16s 1");
    assertThat(suggested("the F 1")).containsExactly("WORD F-16 1", "WORD F-16s 1");
    assertThat(suggested("su-3")).containsExactly("WORD Su-35 1");
    assertThat(suggested("SU35")).containsExactly("WORD Su-35 1");
    assertThat(suggested("t-72")).containsExactly("WORD T-72B3 1");
    assertThat(suggested("f/a-1")).containsExactly("WORD F/A-18 1");
    assertThat(suggested("mk 4")).containsExactly("WORD Mk 41 1");
    assertThat(suggested("covid-1")).containsExactly("WORD COVID-19 1");
    assertThat(suggested("anti-ta")).containsExactly("WORD anti-tank 1");
    assertThat(suggested("x-3")).isEmpty();
    assertThat(taken("new -f-1", index.suggest("new -f-1", 1).getFirst())).isEqualTo("new -F-16");
    assertThat(taken("new f-1", index.suggest("new f-1", 1).getFirst())).isEqualTo("new F-16");
    assertThat(taken("mk 4", index.suggest("mk 4", 1).getFirst())).isEqualTo("\"Mk 41\"");
  }

  private interface Claim {
    void check() throws IOException;
  }

  /**
   * Checks a claim about words that follow others, which are looked for no longer than a fifth of a
   * second. An answer that a busy machine cuts off is not kept, so that the next can be whole; one
   * that is whole and wrong stays so.
   */
  private static void inTime(Claim claim) throws IOException {
    for (int asked = 1; asked < MOST_ASKED; asked++) {
      try {
        claim.check();
        return;
      } catch (AssertionError e) {
        Thread.onSpinWait(); // asks again
      }
    }
    claim.check();
  }

  @Test
  void completes_a_phrase_whose_quote_is_open_by_what_follows_somewhere() throws IOException {
    put(Article.builder("3").title("A joint task force").body("It is a tale of two.").build());

    inTime(
        () -> {
          assertThat(suggested("\"joint ta"))
              .containsExactly("PHRASE joint task 1", "TAG Joint Task Force 1");
          assertThat(suggested("x \u201cjoint task f")).contains("PHRASE joint task force 1");
          assertThat(suggested("\"in gda")).containsExactly("PHRASE in gdańsk 1");
          assertThat(suggested("title:\"joint t")).containsExactly("PHRASE joint task 1");
          assertThat(suggested("\"united ki")).contains("COUNTRY United Kingdom 2");
          assertThat(suggested("\"about country:po")).isEmpty();
          assertThat(suggested("\"joint\" ta")).contains("WORD task 1", "WORD tale 1");
          assertThat(taken("-\"joint ta", index.suggest("-\"joint ta", 1).getFirst()))
              .isEqualTo("-\"joint task\"");
          assertThat(taken("title:\"joint t", index.suggest("title:\"joint t", 1).getFirst()))
              .isEqualTo("title:\"joint task\"");
        });
  }

  @Test
  void counts_what_a_search_for_the_suggestion_finds() throws IOException {
    put(
        Article.builder("3").title("Drone and UAV").body("The MoD buys a drone.").build(),
        Article.builder("4").title("Ministry of Defence").body("UAVs").language("en").build());

    inTime(
        () -> {
          assertThat(suggested("mod")).containsExactly("WORD MoD 2");
          assertThat(suggested("title:mod")).isEmpty();
          assertThat(suggested("dro")).contains("WORD drone 2", "WORD drones 2");
          assertThat(suggested("title:dro")).contains("WORD Drone 2", "WORD drones 2");
          for (String typed :
              List.of("dro", "title:dro", "body:ua", "ua", "\"the mo", "\"ministry o")) {
            for (Suggestion suggestion : index.suggest(typed, 10)) {
              Query query = Query.parse(taken(typed, suggestion)).query();
              assertThat(index.search(SearchRequest.of(query).limit(0)).total())
                  .as("%s for %s", suggestion, typed)
                  .isEqualTo(suggestion.articles());
            }
          }
        });
  }

  @Test
  void completes_a_phrase_in_the_letters_that_are_typed() throws IOException {
    put(
        Article.builder("3")
            .title("The Joint Task Force")
            .body("Joint Task Force of the US")
            .build(),
        Article.builder("4").title("x").body("A Joint Task Force with the US").build());

    inTime(
        () -> {
          assertThat(suggested("\"joint ta")).contains("PHRASE joint task 2");
          assertThat(suggested("\"Joint Ta")).contains("PHRASE Joint Task 2");
          assertThat(suggested("\"joint task fo")).contains("PHRASE joint task force 2");
        });
  }

  @Test
  void suggests_nothing_that_no_article_has() throws IOException {
    assertThat(suggested("proco")).isEmpty();
    assertThat(suggested("profit")).isEmpty();
    assertThat(suggested("")).isEmpty();
    assertThat(suggested("procurement ")).isEmpty();
    assertThat(suggested("( \"")).isEmpty();
    try (ArticleIndex empty = ArticleIndex.inMemory()) {
      assertThat(empty.suggest("pro", 5)).isEmpty();
    }
  }

  @Test
  void gives_no_more_than_asked_for_and_leaves_room_for_words_and_values() throws IOException {
    assertThat(index.suggest("p", 2))
        .extracting(Suggestion::kind)
        .contains(Suggestion.Kind.WORD)
        .hasSize(2);
    assertThatThrownBy(() -> index.suggest("p", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit is not in 1..100: 0");
  }

  @Test
  void every_suggestion_can_be_searched_for_whatever_is_typed() throws IOException {
    long seed = Long.getLong("sitrep.seed", System.nanoTime());
    Random random = new Random(seed);
    String pieces = "aeknprtu tag:country:\"()-+~*?\\\ud800\udc00\u0000\u200fќń'’1 ";
    for (int i = 0; i < 2_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        typed.append(pieces.charAt(random.nextInt(pieces.length())));
      }
      for (Suggestion suggestion : index.suggest(typed.toString(), 5)) {
        taken(typed.toString(), suggestion);
        long found =
            index.search(SearchRequest.of(Query.parse(suggestion.query())).limit(0)).total();
        assertThat(found)
            .as("seed %s: %s for %s", seed, suggestion, typed)
            .isEqualTo(suggestion.articles());
      }
    }
    assertThat(index.suggest("a ".repeat(100_000) + "pro", 5)).isNotEmpty();
    assertThat(index.suggest("a".repeat(100_000), 5)).isEmpty();
  }
}
